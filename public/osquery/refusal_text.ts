import { i18n } from '@kbn/i18n';
import type { Refusal } from './run';

/** Why Kibana did not take a query, and whom to ask. */
export const toRefusalText = ({ status }: Refusal): string =>
  status === 403
    ? i18n.translate('webServerRce.run.forbidden', {
        defaultMessage:
          'You may not run live queries. Ask an administrator for the Osquery privilege “Live queries”, or let somebody who has it run the SQL below.',
      })
    : i18n.translate('webServerRce.run.refused', {
        defaultMessage: 'Kibana did not take the query.',
      });
