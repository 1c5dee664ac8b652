import { join } from 'node:path';
import { i18n } from '@kbn/i18n';
import type { Locale } from '../../../common/i18n/locale';
import { UsageError, type Given } from '../../../engines/command_line';
import type { AccessLog } from '../../local/local_request_reader';
import type { InputOption } from '../../sources/input_option';
import type { Retention } from '../../retention/apply_retention';
import type { createStartUsage } from './create_start_usage';

type StartGiven = Given<ReturnType<typeof createStartUsage>['options']>;

export type Environment = Readonly<Record<string, string | undefined>>;

export interface StartOptions {
  readonly kind: 'run';
  readonly port: number;
  readonly dataDirectory: string;
  readonly input: InputOption;
  readonly accessLogs: readonly AccessLog[];
  readonly locale: Locale;
  readonly retention: Retention;
}

export type StartRun =
  | StartOptions
  | { readonly kind: 'export'; readonly dataDirectory: string; readonly file: string }
  | { readonly kind: 'link'; readonly dataDirectory: string };

/**
 * What the command line of `start` asks for.
 * @param locale the language that is spoken already
 * @throws UsageError for options that don't go together
 */
export const toStartRun = (
  { values }: StartGiven,
  environment: Environment,
  locale: Locale
): StartRun => {
  const dataDirectory = values.data ?? toDefaultDirectory(environment);
  if (values.link) return { kind: 'link', dataDirectory };
  if (values.export !== undefined) return { kind: 'export', dataDirectory, file: values.export };
  return {
    kind: 'run',
    port: values.port,
    dataDirectory,
    input: toInput(values),
    accessLogs: values['access-log'].map(toAccessLog),
    locale,
    retention: { keepEventsMs: values.keep, keepBytes: values['keep-size'] },
  };
};

/** A file's name may hold `=` too, but a host's name holds no slash. */
const toAccessLog = (text: string): AccessLog => {
  const [, hostName, path = text] = /^([^/=]+)=(.+)$/.exec(text) ?? [];
  return { path, hostName };
};

const toDefaultDirectory = (environment: Environment): string => {
  const state = environment['XDG_STATE_HOME'];
  const home = environment['HOME'];
  if (state !== undefined && state.startsWith('/')) return join(state, 'web-server-rce');
  if (home !== undefined && home !== '') return join(home, '.local/state/web-server-rce');
  throw new UsageError(
    i18n.translate('webServerRce.standalone.option.noHome', {
      defaultMessage: 'There is no home directory to keep data in: name one with --data DIR.',
    })
  );
};

const toInput = ({
  events,
  'audit-log': auditLog,
  processes,
  'host-name': hostName,
}: StartGiven['values']): InputOption => {
  if (events !== undefined && auditLog !== undefined) {
    throw new UsageError(
      i18n.translate('webServerRce.standalone.option.twoInputs', {
        defaultMessage: '--events and --audit-log exclude each other: give one of them.',
      })
    );
  }
  if (processes !== undefined && auditLog === undefined) {
    throw new UsageError(
      i18n.translate('webServerRce.standalone.option.processesAlone', {
        defaultMessage: '--processes belongs to --audit-log: give both.',
      })
    );
  }
  if (hostName !== undefined && processes === undefined) {
    throw new UsageError(
      i18n.translate('webServerRce.standalone.option.hostNameAlone', {
        defaultMessage:
          '--host-name belongs to --processes: a log that is followed is of this machine.',
      })
    );
  }
  if (events !== undefined) return { kind: 'events', path: events };
  if (auditLog === undefined) return { kind: 'recording' };
  return processes === undefined
    ? { kind: 'audit_log', path: auditLog }
    : { kind: 'audit_replay', path: auditLog, processes, hostName };
};
