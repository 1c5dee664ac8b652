/** Longest a host goes without being asked the same again when alerts of it are raised, milliseconds. */
export const EVIDENCE_PAUSE_MS = 60_000;

/** Which live queries are listed. */
export type RunFilter = AlertRuns | QueryRuns;

/** What an alert's list is made of. */
export interface AlertRuns {
  readonly alertId: string;
  /** Also what this agent was asked meanwhile, for whichever alert. */
  readonly host?: HostMoment | undefined;
}

/** When a host was asked one query, for whichever alert. */
export interface QueryRuns {
  /** Kibana finds the words of it in their order: whoever asks compares the SQL of what is found. */
  readonly sql: string;
  readonly host: HostMoment;
}

export interface HostMoment {
  readonly agentId: string;
  /** ISO 8601, both included. */
  readonly from: string;
  readonly to: string;
}

/**
 * When a host's answers are evidence of an alert: alerts of a host that come soon after another share what it answered, and
 * only the first of them need be named with it.
 * @param raisedAt ISO 8601
 */
export const toHostMoment = (agentId: string, raisedAt: string): HostMoment => {
  const shift = (ms: number): string => new Date(Date.parse(raisedAt) + ms).toISOString();
  return { agentId, from: shift(-EVIDENCE_PAUSE_MS), to: shift(EVIDENCE_PAUSE_MS) };
};

/** In KQL, for Osquery's list of live queries, which joins its own conditions to what it is given. */
export const toRunFilterKql = (filter: RunFilter): string => {
  if ('sql' in filter) {
    return `(queries.query: ${JSON.stringify(toSqlLine(filter.sql))} and ${toHostKql(filter.host)})`;
  }
  const ofAlert = `alert_ids: ${JSON.stringify(filter.alertId)}`;
  return filter.host === undefined ? ofAlert : `(${ofAlert} or (${toHostKql(filter.host)}))`;
};

const toHostKql = ({ agentId, from, to }: HostMoment): string =>
  `agents: ${JSON.stringify(agentId)} and @timestamp >= "${from}" and @timestamp <= "${to}"`;

/** SQL as a filter names it: KQL and JSON write a line's end differently. */
export const toSqlLine = (sql: string): string => sql.replaceAll(/\s+/g, ' ').trim();

const TEXT = '"((?:[^"\\\\]|\\\\.)*)"';
const OF_ALERT = `alert_ids\\s*:\\s*(?:${TEXT}|([^\\s"():]+))`;
const OF_HOST = `agents: ${TEXT} and @timestamp >= "([^"]*)" and @timestamp <= "([^"]*)"`;
const ALERT_FILTER = new RegExp(`^\\s*(?:${OF_ALERT}|\\(${OF_ALERT} or \\(${OF_HOST}\\)\\))\\s*$`);
const QUERY_FILTER = new RegExp(`^\\(queries\\.query: ${TEXT} and ${OF_HOST}\\)$`);

/** What `toRunFilterKql` writes, and `alert_ids:"…"` in other spellings; undefined for other KQL. */
export const parseRunFilterKql = (kql: string): RunFilter | undefined => {
  const ofQuery = QUERY_FILTER.exec(kql);
  if (ofQuery) {
    const [, sql, agentId, from = '', to = ''] = ofQuery;
    return { sql: unquote(sql), host: { agentId: unquote(agentId), from, to } };
  }
  const ofAlert = ALERT_FILTER.exec(kql);
  if (!ofAlert) return undefined;
  const [, quoted, plain, quotedToo, plainToo, agentId, from = '', to = ''] = ofAlert;
  const alertId = unquote(quoted ?? plain ?? quotedToo ?? plainToo);
  return agentId === undefined
    ? { alertId }
    : { alertId, host: { agentId: unquote(agentId), from, to } };
};

const unquote = (text = ''): string => text.replace(/\\(.)/g, '$1');
