/** Longest a host goes without being asked the same again when alerts of it are raised, milliseconds. */
export const EVIDENCE_PAUSE_MS = 60_000;

/** Which live queries an alert's list is made of. */
export interface RunFilter {
  readonly alertId: string;
  /** Also what this agent was asked meanwhile, for whichever alert. */
  readonly host?: HostMoment | undefined;
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

/** In KQL, for Osquery's list of live queries. */
export const toRunFilterKql = ({ alertId, host }: RunFilter): string => {
  const ofAlert = `alert_ids: ${JSON.stringify(alertId)}`;
  if (host === undefined) return ofAlert;
  const { agentId, from, to } = host;
  const ofHost = `agents: ${JSON.stringify(agentId)} and @timestamp >= "${from}" and @timestamp <= "${to}"`;
  // Osquery joins its own conditions to what it is given.
  return `(${ofAlert} or (${ofHost}))`;
};

const TEXT = '"((?:[^"\\\\]|\\\\.)*)"';
const OF_ALERT = `alert_ids\\s*:\\s*(?:${TEXT}|([^\\s"():]+))`;
const OF_HOST = `agents: ${TEXT} and @timestamp >= "([^"]*)" and @timestamp <= "([^"]*)"`;
const FILTER = new RegExp(`^\\s*(?:${OF_ALERT}|\\(${OF_ALERT} or \\(${OF_HOST}\\)\\))\\s*$`);

/** What `toRunFilterKql` writes, and `alert_ids:"…"` in other spellings; undefined for other KQL. */
export const parseRunFilterKql = (kql: string): RunFilter | undefined => {
  const found = FILTER.exec(kql);
  if (!found) return undefined;
  const unquote = (text = ''): string => text.replace(/\\(.)/g, '$1');
  const [, quoted, plain, quotedToo, plainToo, agentId, from = '', to = ''] = found;
  const alertId = unquote(quoted ?? plain ?? quotedToo ?? plainToo);
  return agentId === undefined
    ? { alertId }
    : { alertId, host: { agentId: unquote(agentId), from, to } };
};
