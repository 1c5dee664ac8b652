/**
 * Takes evidence when alerts are raised, at once. Evidence is of a host and a moment: the same query is asked of a host once a
 * minute, and its rows are those of every alert of that minute, of whichever rule. Only what concerns one alert alone is asked
 * for it alone. Nothing that goes wrong here reaches the run that raised the alerts.
 */
import { findText } from '../../common/event/get_values';
import { EVIDENCE_PAUSE_MS } from '../../common/osquery/run_filter';
import type { EvidenceSwitch, RuleAddress } from '../ports/evidence_switch';
import type { EvidenceQuery, EvidenceTaker } from '../ports/evidence_taker';
import { listEvidenceQueries } from './list_evidence_queries';
import { toEvidenceRequests, type WantedQuery } from './to_evidence_requests';
import type { RaisedEvidence } from './raised_evidence';

export interface EvidenceCollector {
  /** Does not wait and does not throw. */
  collect(rule: RuleAddress, alerts: readonly RaisedEvidence[]): void;
  /** Nothing is taken any more. @returns how many alerts still waited for a further look at their host */
  stop(): number;
}

interface CollectorPorts {
  readonly evidenceTaker: EvidenceTaker;
  readonly evidenceSwitch: EvidenceSwitch;
  readonly now: () => Date;
  /** Calls back after so many milliseconds; without holding the process up. */
  readonly schedule: (ms: number, work: () => void) => void;
  readonly onProblem: (error: unknown) => void;
}

/** What a host looks like so much later says nothing of the moment. */
const OLDEST_EVENT_MS = 15 * 60_000;
const MOST_HOSTS = 1000;
/** Of one host in a minute. */
const MOST_QUERIES = 100;
/** That one look at a host is for, or that wait for the next. */
const MOST_ALERTS = 100;

interface AskedHost {
  readonly spaceId: string;
  readonly agentId: string;
  /** SQL → when it was asked in the last minute, epoch milliseconds. */
  readonly asked: Map<string, number>;
  /** Alerts that the last minute leaves something to ask of, by id. */
  waiting: ReadonlyMap<string, RaisedEvidence>;
}

export const createEvidenceCollector = ({
  evidenceTaker,
  evidenceSwitch,
  now,
  schedule,
  onProblem,
}: CollectorPorts): EvidenceCollector => {
  const hosts = new Map<string, AskedHost>();
  let isStopped = false;

  const getHost = (spaceId: string, agentId: string): AskedHost => {
    const key = `${spaceId}\n${agentId}`;
    const host = hosts.get(key) ?? { spaceId, agentId, asked: new Map(), waiting: new Map() };
    hosts.delete(key);
    hosts.set(key, host);
    const oldest = hosts.keys().next();
    if (hosts.size > MOST_HOSTS && !oldest.done) hosts.delete(oldest.value);
    return host;
  };

  const take = (host: AskedHost, alerts: readonly RaisedEvidence[]): void => {
    const at = now().getTime();
    const { wanted, waiting } = chooseQueries(host, alerts, at);
    host.waiting = waiting;
    if (wanted.length === 0) return;
    schedule(EVIDENCE_PAUSE_MS, () => {
      for (const { query } of wanted) host.asked.delete(query.sql);
      if (!isStopped) take(host, [...host.waiting.values()]);
      const key = `${host.spaceId}\n${host.agentId}`;
      if (host.asked.size === 0 && hosts.get(key) === host) hosts.delete(key);
    });
    for (const request of toEvidenceRequests(host, wanted)) {
      evidenceTaker.take(request).catch(onProblem);
    }
  };

  const collect = async (rule: RuleAddress, alerts: readonly RaisedEvidence[]): Promise<void> => {
    const isFresh = ({ eventTime }: RaisedEvidence): boolean =>
      now().getTime() - Date.parse(eventTime) <= OLDEST_EVENT_MS;
    const fresh = alerts.filter(isFresh);
    if (fresh.length === 0 || !(await evidenceSwitch.isOn(rule)) || isStopped) return;
    const byAgent = new Map<string, RaisedEvidence[]>();
    for (const alert of fresh) {
      const agentId = findText(alert.document, 'agent.id');
      if (agentId === undefined) continue;
      byAgent.set(agentId, [...(byAgent.get(agentId) ?? []), alert]);
    }
    for (const [agentId, ofAgent] of byAgent) {
      const host = getHost(rule.spaceId, agentId);
      take(host, [...host.waiting.values(), ...ofAgent]);
    }
  };

  return {
    collect: (rule, alerts) => void collect(rule, alerts).catch(onProblem),
    stop() {
      isStopped = true;
      return [...hosts.values()].reduce((sum, { waiting }) => sum + waiting.size, 0);
    },
  };
};

/**
 * What is to be asked now, and who waits: an alert waits where its host was asked before its exec, or is asked too much.
 * The queries that are chosen are marked as asked.
 */
const chooseQueries = (
  { asked }: AskedHost,
  alerts: readonly RaisedEvidence[],
  at: number
): { wanted: readonly WantedQuery[]; waiting: ReadonlyMap<string, RaisedEvidence> } => {
  const chosen = new Map<string, { query: EvidenceQuery; alerts: RaisedEvidence[] }>();
  const waiting = new Map<string, RaisedEvidence>();
  for (const alert of alerts.slice(0, MOST_ALERTS)) {
    for (const query of listEvidenceQueries(alert.document)) {
      const known = chosen.get(query.sql);
      const askedAt = asked.get(query.sql);
      if (known !== undefined) known.alerts.push(alert);
      else if (askedAt === undefined && asked.size < MOST_QUERIES) {
        asked.set(query.sql, at);
        chosen.set(query.sql, { query, alerts: [alert] });
      } else if (askedAt === undefined || askedAt < Date.parse(alert.eventTime)) {
        waiting.set(alert.alertId, alert);
      }
    }
  }
  return { wanted: [...chosen.values()], waiting };
};
