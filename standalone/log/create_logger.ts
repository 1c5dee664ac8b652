import type { Logger } from '@kbn/core/server';
import { escapeControls } from '../../engines/terminal';

interface LogTarget {
  /** Takes one finished line without its line end. */
  readonly write: (line: string) => void;
  readonly now: () => Date;
}

/** One line per message: time, level, who speaks, message. Attackers write parts of messages, so control characters are shown, not sent. */
export const createLogger = (target: LogTarget, context: readonly string[] = []): Logger => {
  const log =
    (level: string) =>
    (message: string): void => {
      const speaker = context.length > 0 ? ` ${context.join('.')}:` : '';
      target.write(
        `${target.now().toISOString()} ${level}${escapeControls(`${speaker} ${message}`)}`
      );
    };
  return {
    debug: log('DEBUG'),
    info: log('INFO '),
    warn: log('WARN '),
    error: log('ERROR'),
    get: (...parts) => createLogger(target, [...context, ...parts]),
  };
};
