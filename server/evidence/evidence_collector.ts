/**
 * Takes evidence when alerts are raised: at once, at most once per host and minute, and those that come meanwhile
 * share the next. Nothing that goes wrong here reaches the run that raised them.
 */
import { findText } from '../../common/event/get_values';
import type { EvidenceSwitch, RuleAddress } from '../ports/evidence_switch';
import type { EvidenceTaker } from '../ports/evidence_taker';
import { MOST_ALERTS_PROVED, toEvidenceRequest, type AlertToProve } from './to_evidence_request';

export interface RaisedEvidence extends AlertToProve {
  /** ISO 8601. */
  readonly eventTime: string;
}

export interface EvidenceCollector {
  /** Does not wait and does not throw. */
  collect(rule: RuleAddress, alerts: readonly RaisedEvidence[]): void;
  /** Nothing is taken any more. */
  stop(): void;
}

interface CollectorPorts {
  readonly evidenceTaker: EvidenceTaker;
  readonly evidenceSwitch: EvidenceSwitch;
  readonly now: () => Date;
  /** Calls back after so many milliseconds; without holding the process up. */
  readonly schedule: (ms: number, work: () => void) => void;
  readonly onProblem: (error: unknown) => void;
}

const PAUSE_MS = 60_000;
/** What a host looks like so much later says nothing of the moment. */
const OLDEST_EVENT_MS = 15 * 60_000;
const MOST_HOSTS = 1000;

interface HostState {
  readonly takenAt: number;
  /** Alerts that wait for the pause to be over. */
  waiting: readonly AlertToProve[];
}

export const createEvidenceCollector = ({
  evidenceTaker,
  evidenceSwitch,
  now,
  schedule,
  onProblem,
}: CollectorPorts): EvidenceCollector => {
  const hosts = new Map<string, HostState>();
  let isStopped = false;

  const take = (spaceId: string, agentId: string, alerts: readonly AlertToProve[]): void => {
    const request = toEvidenceRequest(spaceId, agentId, alerts);
    if (isStopped || request === undefined) return;
    const key = `${spaceId}\n${agentId}`;
    const state: HostState = { takenAt: now().getTime(), waiting: [] };
    hosts.delete(key);
    hosts.set(key, state);
    const oldest = hosts.keys().next();
    if (hosts.size > MOST_HOSTS && !oldest.done) hosts.delete(oldest.value);
    schedule(PAUSE_MS, () => {
      if (hosts.get(key) === state) hosts.delete(key);
      if (state.waiting.length > 0) take(spaceId, agentId, state.waiting);
    });
    evidenceTaker.take(request).catch(onProblem);
  };

  const add = (spaceId: string, agentId: string, alerts: readonly AlertToProve[]): void => {
    const known = hosts.get(`${spaceId}\n${agentId}`);
    if (known === undefined) take(spaceId, agentId, alerts);
    else known.waiting = [...known.waiting, ...alerts].slice(0, MOST_ALERTS_PROVED);
  };

  const collect = async (rule: RuleAddress, alerts: readonly RaisedEvidence[]): Promise<void> => {
    const isFresh = ({ eventTime }: RaisedEvidence): boolean =>
      now().getTime() - Date.parse(eventTime) <= OLDEST_EVENT_MS;
    const fresh = alerts.filter(isFresh);
    if (fresh.length === 0 || !(await evidenceSwitch.isOn(rule))) return;
    const byAgent = new Map<string, AlertToProve[]>();
    for (const alert of fresh) {
      const agentId = findText(alert.document, 'agent.id');
      if (agentId === undefined) continue;
      byAgent.set(agentId, [...(byAgent.get(agentId) ?? []), alert]);
    }
    for (const [agentId, ofAgent] of byAgent) add(rule.spaceId, agentId, ofAgent);
  };

  return {
    collect: (rule, alerts) => void collect(rule, alerts).catch(onProblem),
    stop() {
      isStopped = true;
    },
  };
};
