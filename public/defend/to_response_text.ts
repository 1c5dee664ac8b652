import { i18n } from '@kbn/i18n';
import type { ResponseChange } from '../../common/triage/triage_change';

/** What Elastic Defend was asked to do. */
export const toResponseText = ({ action, host, pid }: ResponseChange): string =>
  action === 'isolate'
    ? i18n.translate('webServerRce.defend.isolated', {
        defaultMessage: 'Isolate {host}',
        values: { host },
      })
    : i18n.translate('webServerRce.defend.killed', {
        defaultMessage: 'Kill process {pid} on {host}',
        values: { host, pid: pid === undefined ? '?' : String(pid) },
      });
