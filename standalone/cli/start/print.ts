import { escapeControls } from '../../../engines/terminal';

/** Writes lines to the terminal; what can't be seen is shown escaped. */
export const print = (text: string): void => {
  const lines = text.split('\n').map(escapeControls);
  process.stdout.write(`${lines.join('\n')}\n`);
};
