import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { LOCALES, toLocale, type Locale } from '../../common/i18n/locale';
import { toMilliseconds } from '../../common/time/duration';
import { DEFAULT_RETENTION, type Retention } from '../store/apply_retention';
import { OptionError } from './option_error';

/** Where events come from. */
export type InputOption =
  | { readonly kind: 'recording' }
  | { readonly kind: 'events'; readonly path: string }
  | { readonly kind: 'audit_log'; readonly path: string; readonly processes: string | undefined };

export interface StartOptions {
  readonly kind: 'run';
  readonly port: number;
  readonly dataDirectory: string;
  readonly input: InputOption;
  readonly locale: Locale;
  readonly retention: Retention;
}

export type Options =
  | StartOptions
  | { readonly kind: 'help'; readonly locale: Locale }
  | {
      readonly kind: 'export';
      readonly dataDirectory: string;
      readonly file: string;
      readonly locale: Locale;
    };

/** Next to Kibana's 5601. */
export const DEFAULT_PORT = 5602;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the command line.
 * @throws OptionError for anything it doesn't know or can't read
 */
export const parseOptions = (args: readonly string[], environment: Environment): Options => {
  const values = parseValues(args);
  const locale = toLocaleOption(values.locale) ?? toEnvironmentLocale(environment);
  if (values.help) return { kind: 'help', locale };
  const dataDirectory = values.data ?? toDefaultDirectory(environment);
  if (values.export !== undefined) {
    return { kind: 'export', dataDirectory, file: values.export, locale };
  }
  return {
    kind: 'run',
    port: toPort(values.port),
    dataDirectory,
    input: toInput(values),
    locale,
    retention: {
      keepEventsMs:
        values.keep === undefined ? DEFAULT_RETENTION.keepEventsMs : toKeep(values.keep),
      keepBytes:
        values['keep-size'] === undefined
          ? DEFAULT_RETENTION.keepBytes
          : toBytes(values['keep-size']),
    },
  };
};

const OPTIONS = {
  port: { type: 'string', default: String(DEFAULT_PORT) },
  data: { type: 'string' },
  events: { type: 'string' },
  'audit-log': { type: 'string' },
  processes: { type: 'string' },
  locale: { type: 'string' },
  keep: { type: 'string' },
  'keep-size': { type: 'string' },
  export: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

type Values = ReturnType<typeof parseValues>;

const parseValues = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true }).values;
  } catch (error) {
    throw new OptionError('unreadable', error instanceof Error ? error.message : String(error));
  }
};

const toDefaultDirectory = (environment: Environment): string => {
  const state = environment['XDG_STATE_HOME'];
  const home = environment['HOME'];
  if (state !== undefined && state.startsWith('/')) return join(state, 'web-server-rce');
  if (home === undefined || home === '') throw new OptionError('no_home', '');
  return join(home, '.local/state/web-server-rce');
};

const toLocaleOption = (tag: string | undefined): Locale | undefined => {
  const known = LOCALES.find((locale) => locale === tag);
  if (tag !== undefined && known === undefined) throw new OptionError('locale', tag);
  return known;
};

/** As the C library does: the first of these that is not empty, e.g. `zh_CN.UTF-8`. */
const toEnvironmentLocale = (environment: Environment): Locale => {
  const tags = ['LC_ALL', 'LC_MESSAGES', 'LANG'].map((name) => environment[name] ?? '');
  return toLocale((tags.find((tag) => tag !== '') ?? '').replace('_', '-'));
};

const toPort = (text: string): number => {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new OptionError('port', text);
  return Number(text);
};

const toInput = (values: Values): InputOption => {
  const { events, 'audit-log': auditLog, processes } = values;
  if (events !== undefined && auditLog !== undefined) throw new OptionError('two_inputs', '');
  if (processes !== undefined && auditLog === undefined) {
    throw new OptionError('processes_alone', '');
  }
  if (events !== undefined) return { kind: 'events', path: events };
  if (auditLog !== undefined) return { kind: 'audit_log', path: auditLog, processes };
  return { kind: 'recording' };
};

const toKeep = (text: string): number => {
  if (!/^[1-9]\d{0,4}[smhd]$/.test(text)) throw new OptionError('keep', text);
  return toMilliseconds(text);
};

const UNITS = { MiB: 1024 ** 2, GiB: 1024 ** 3, TiB: 1024 ** 4 } as const;

const toBytes = (text: string): number => {
  const match = /^([1-9]\d{0,5})(MiB|GiB|TiB)$/.exec(text);
  if (!match) throw new OptionError('keep_size', text);
  return Number(match[1]) * UNITS[match[2] as keyof typeof UNITS];
};
