import { i18n } from '@kbn/i18n';
import { LOCALES } from '../../../common/i18n/locale';
import { toMilliseconds } from '../../../common/time/duration';
import {
  createChoice,
  createListOption,
  createOption,
  createSwitch,
  createTextOption,
  type Usage,
} from '../../../engines/command_line';
import { DEFAULT_RETENTION } from '../../retention/apply_retention';

/** Next to Kibana's 5601. */
const DEFAULT_PORT = 5602;

/** How `start` is used, in the language of the host. */
export const createStartUsage = () =>
  ({
    about: i18n.translate('webServerRce.standalone.help.usage', {
      defaultMessage:
        'Finds commands that attackers run through a web server on Linux. Without --events and --audit-log\nthe first start plays a recording of real attacks.\n\n  npm start -- --audit-log /var/log/audit/audit.log',
    }),
    options: {
      events: createTextOption(
        'FILE|DIR',
        i18n.translate('webServerRce.standalone.help.events', {
          defaultMessage: 'Read NDJSON of Elastic Defend or Endgame events (.ndjson, .jsonl, .gz)',
        })
      ),
      'audit-log': createTextOption(
        'FILE',
        i18n.translate('webServerRce.standalone.help.auditLog', {
          defaultMessage: 'Follow a Linux audit log, e.g. /var/log/audit/audit.log',
        })
      ),
      processes: createTextOption(
        'FILE',
        i18n.translate('webServerRce.standalone.help.processes', {
          defaultMessage:
            'With --audit-log: replay a recording that began with these processes, instead of following',
        })
      ),
      'host-name': createTextOption(
        'NAME',
        i18n.translate('webServerRce.standalone.help.hostName', {
          defaultMessage:
            'With --processes: the machine the log is from, where it names none itself',
        })
      ),
      'access-log': createListOption(
        '[HOST=]FILE',
        i18n.translate('webServerRce.standalone.help.accessLog', {
          defaultMessage:
            'Access log of the web server, also rotated, to find the request behind an alert; may be repeated. With HOST= only for alerts of that host',
        })
      ),
      port: createOption({
        value: 'NUMBER',
        about: i18n.translate('webServerRce.standalone.help.port', {
          defaultMessage: 'Port on 127.0.0.1; default {port}',
          values: { port: String(DEFAULT_PORT) },
        }),
        takes: i18n.translate('webServerRce.standalone.option.port', {
          defaultMessage: 'a number from 0 (any free port) to 65535',
        }),
        parse: toPort,
        fallback: DEFAULT_PORT,
      }),
      data: createTextOption(
        'DIR',
        i18n.translate('webServerRce.standalone.help.data', {
          defaultMessage: 'Where events and alerts are kept; default ~/.local/state/web-server-rce',
        })
      ),
      keep: createOption({
        value: 'DURATION',
        about: i18n.translate('webServerRce.standalone.help.keep', {
          defaultMessage: 'Delete older events; default {keep}',
          values: { keep: `${DEFAULT_RETENTION.keepEventsMs / 86_400_000}d` },
        }),
        takes: i18n.translate('webServerRce.standalone.option.keep', {
          defaultMessage: 'a duration such as 12h or 30d',
        }),
        parse: toKeep,
        fallback: DEFAULT_RETENTION.keepEventsMs,
      }),
      'keep-size': createOption({
        value: 'SIZE',
        about: i18n.translate('webServerRce.standalone.help.keepSize', {
          defaultMessage:
            'Delete the oldest events past this size, then closed alerts; default {size}',
          values: { size: `${DEFAULT_RETENTION.keepBytes / 1024 ** 3}GiB` },
        }),
        takes: i18n.translate('webServerRce.standalone.option.keepSize', {
          defaultMessage: 'a size such as 500MiB or 4GiB',
        }),
        parse: toBytes,
        fallback: DEFAULT_RETENTION.keepBytes,
      }),
      locale: createChoice(
        LOCALES,
        i18n.translate('webServerRce.standalone.help.locale', {
          defaultMessage: 'Language of alerts and messages; default from LANG',
        })
      ),
      export: createTextOption(
        'FILE',
        i18n.translate('webServerRce.standalone.help.export', {
          defaultMessage: 'Write all alerts to a file as NDJSON and end',
        })
      ),
      link: createSwitch(
        i18n.translate('webServerRce.standalone.help.link', {
          defaultMessage: 'Print a new link to the host that works with --data, and end',
        })
      ),
    },
    exits: {
      0: i18n.translate('webServerRce.standalone.exit.stopped', {
        defaultMessage: 'ended because it was told to, or everything is exported',
      }),
      1: i18n.translate('webServerRce.standalone.exit.failed', {
        defaultMessage: 'could not do its work; the reason stands on standard error',
      }),
    },
  }) satisfies Usage;

const toPort = (text: string): number | undefined =>
  /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined;

const toKeep = (text: string): number | undefined =>
  /^[1-9]\d{0,4}[smhd]$/.test(text) ? toMilliseconds(text) : undefined;

const UNITS = { MiB: 1024 ** 2, GiB: 1024 ** 3, TiB: 1024 ** 4 } as const;

const toBytes = (text: string): number | undefined => {
  const match = /^([1-9]\d{0,5})(MiB|GiB|TiB)$/.exec(text);
  return match ? Number(match[1]) * UNITS[match[2] as keyof typeof UNITS] : undefined;
};
