import { hasEvidenceMark } from '../../../common/osquery/evidence_mark';

/** A run that Kibana remembers. Most know no label: it is found again by the SQL. */
export interface HistoryRun {
  readonly id: string;
  readonly queryId: string;
  readonly sql: string;
  readonly agentId: string;
  /** Epoch milliseconds by Kibana's clock. */
  readonly startedAt: number;
  /** Evidence has its label with it; whatever else Kibana calls a query is an id. */
  readonly label: string;
  readonly isEvidence: boolean;
  /** Alerts that it was sent for. */
  readonly alertIds: readonly string[];
  readonly userName: string | undefined;
}

/**
 * Reads Kibana's list of live queries. An item is a search hit, whose `_source` and `fields` hold the same: single
 * values here, arrays there. Items that say too little are left out, packs give one run per query.
 */
export const toRunHistory = (answer: unknown): readonly HistoryRun[] =>
  asList(get(get(answer, 'data'), 'items'))
    .flatMap(toRuns)
    .sort((one, other) => other.startedAt - one.startedAt);

const toRuns = (item: unknown): HistoryRun[] => {
  const read = (name: string): unknown =>
    get(get(item, '_source'), name) ?? get(get(item, 'fields'), name) ?? get(item, name);
  const id = firstText(read('action_id'));
  const startedAt = Date.parse(firstText(read('@timestamp')) ?? '');
  if (id === undefined || Number.isNaN(startedAt)) return [];
  const isEvidence =
    hasEvidenceMark(read('metadata')) ||
    hasEvidenceMark({ web_server_rce: firstText(read('metadata.web_server_rce')) });
  const userName = firstText(read('user_id'));
  const alertIds = asList(read('alert_ids')).filter((one) => typeof one === 'string');
  return asList(read('queries')).flatMap((query) => {
    const queryId = firstText(get(query, 'action_id'));
    const sql = firstText(get(query, 'query'));
    const agentId = firstText(get(query, 'agents')) ?? firstText(read('agents'));
    if (queryId === undefined || sql === undefined) return [];
    const label = isEvidence ? (firstText(get(query, 'id')) ?? '') : '';
    const run = { id, queryId, sql, agentId: agentId ?? '', startedAt, label };
    return [{ ...run, isEvidence, alertIds, userName }];
  });
};

const get = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const firstText = (value: unknown): string | undefined => {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first : undefined;
};
