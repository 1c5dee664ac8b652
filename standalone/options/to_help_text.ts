import { i18n } from '@kbn/i18n';
import { DEFAULT_RETENTION } from '../store/apply_retention';
import { DEFAULT_PORT } from './parse_options';

/** What `--help` prints. */
export const toHelpText = (): string => {
  const lines: [option: string, text: string][] = [
    [
      '--events FILE|DIR',
      i18n.translate('webServerRce.standalone.help.events', {
        defaultMessage: 'Read NDJSON of Elastic Defend or Endgame events (.ndjson, .jsonl, .gz)',
      }),
    ],
    [
      '--audit-log FILE',
      i18n.translate('webServerRce.standalone.help.auditLog', {
        defaultMessage: 'Follow a Linux audit log, e.g. /var/log/audit/audit.log',
      }),
    ],
    [
      '--processes FILE',
      i18n.translate('webServerRce.standalone.help.processes', {
        defaultMessage:
          'With --audit-log: replay a recording that began with these processes, instead of following',
      }),
    ],
    [
      '--port NUMBER',
      i18n.translate('webServerRce.standalone.help.port', {
        defaultMessage: 'Port on 127.0.0.1; default {port}',
        values: { port: String(DEFAULT_PORT) },
      }),
    ],
    [
      '--data DIR',
      i18n.translate('webServerRce.standalone.help.data', {
        defaultMessage: 'Where events and alerts are kept; default ~/.local/state/web-server-rce',
      }),
    ],
    [
      '--keep DURATION',
      i18n.translate('webServerRce.standalone.help.keep', {
        defaultMessage: 'Delete older events; default {keep}',
        values: { keep: `${DEFAULT_RETENTION.keepEventsMs / 86_400_000}d` },
      }),
    ],
    [
      '--keep-size SIZE',
      i18n.translate('webServerRce.standalone.help.keepSize', {
        defaultMessage:
          'Delete the oldest events past this size; default {size}. Alerts are never deleted for it',
        values: { size: `${DEFAULT_RETENTION.keepBytes / 1024 ** 3}GiB` },
      }),
    ],
    [
      '--locale en|zh-CN',
      i18n.translate('webServerRce.standalone.help.locale', {
        defaultMessage: 'Language of alerts and messages; default from LANG',
      }),
    ],
    [
      '--export FILE',
      i18n.translate('webServerRce.standalone.help.export', {
        defaultMessage: 'Write all alerts to a file as NDJSON and end',
      }),
    ],
    [
      '--help',
      i18n.translate('webServerRce.standalone.help.help', { defaultMessage: 'Print this and end' }),
    ],
  ];
  const usage = i18n.translate('webServerRce.standalone.help.usage', {
    defaultMessage:
      'Usage: npm start -- [options]\n\nFinds commands that attackers run through a web server on Linux. Without --events and --audit-log\nthe first start plays a recording of real attacks.',
  });
  return [usage, '', ...lines.map(([option, text]) => `  ${option.padEnd(20)} ${text}`)].join('\n');
};
