import { i18n } from '@kbn/i18n';
import { parseEql } from '../../common/eql/parse_eql';
import { toUsedFields } from '../../common/eql/used_fields';
import { listStandingQueries } from '../rule/list_standing_queries';
import type { Store } from '../store/open_store';
import { createLocalEventSurveyor } from './local_event_surveyor';

const TIMEOUT_MS = 10_000;

/** In a line or two: how many events and alerts there are, and which fields of the enabled rules no event has. */
export const summarizeStore = async (store: Store): Promise<string[]> => {
  const queries = listStandingQueries(store.rules);
  const surveyor = createLocalEventSurveyor(store.events, () => []);
  const { events, isAtLeast, absentFields } = await surveyor.survey({
    indexPatterns: [...new Set(queries.flatMap(({ indexPatterns }) => indexPatterns))],
    timestampField: '@timestamp',
    fields: [...new Set(queries.flatMap(({ query }) => toUsedFields(parseEql(query))))],
    from: new Date(0).toISOString(),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const values = { events, alerts: store.alerts.rows().length, least: isAtLeast ? '≥ ' : '' };
  const counts = i18n.translate('webServerRce.standalone.summary.counts', {
    defaultMessage:
      '{least}{events, plural, one {# event} other {# events}} of the rules’ indices, {alerts, plural, one {# alert} other {# alerts}}.',
    values,
  });
  if (events === 0 || absentFields.length === 0) return [counts];
  const absent = i18n.translate('webServerRce.standalone.summary.absentFields', {
    defaultMessage: '0 of {events, plural, one {# event} other {# events}} has {fields}.',
    values: { events, fields: absentFields.join(', ') },
  });
  return [counts, absent];
};
