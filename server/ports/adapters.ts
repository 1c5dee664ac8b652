import type { RuleExecutorOptions } from '@kbn/alerting-plugin/server';
import type { KibanaRequest } from '@kbn/core/server';
import type { People } from '../../common/api/triage/get_people';
import type { AlertStore } from './alert_store';
import type { AlertWriter } from './alert_writer';
import type { EventReader } from './event_reader';
import type { EventSurveyor } from './event_surveyor';
import type { EvidenceSwitch } from './evidence_switch';
import type { EvidenceTaker } from './evidence_taker';
import type { RequestReader } from './request_reader';
import type { ReadinessProbe } from './readiness_probe';
import type { RunStore } from './run_store';
import type { TriageStore } from './triage_store';

/** What of a rule run an adapter may depend on. */
export type RuleRun = Pick<RuleExecutorOptions<unknown, unknown>, 'rule' | 'services' | 'spaceId'>;

/** Everything the plugin needs from the outside; each host's composition root supplies one of these. */
export interface Adapters {
  createEventReader(run: RuleRun): EventReader;
  createAlertWriter(run: RuleRun): AlertWriter;
  createRequestReader(run: RuleRun): RequestReader;
  /** The store as this request's user sees it. */
  getAlertStore(request: KibanaRequest): Promise<AlertStore>;
  /** Events as this request's user may read them. */
  getEventReader(request: KibanaRequest): Promise<EventReader>;
  getEventSurveyor(request: KibanaRequest): Promise<EventSurveyor>;
  getReadinessProbe(request: KibanaRequest): Promise<ReadinessProbe>;
  getRequestReader(request: KibanaRequest): Promise<RequestReader>;
  getTriageStore(request: KibanaRequest): Promise<TriageStore>;
  /** Histories of the rules of a space. Whoever asks has been asked for the privilege. */
  getRunStore(spaceId: string): RunStore;
  /** Undefined where the host knows no users. */
  findUserName(request: KibanaRequest): Promise<string | undefined>;
  findPeople(request: KibanaRequest): Promise<People>;
  readonly evidenceTaker: EvidenceTaker;
  readonly evidenceSwitch: EvidenceSwitch;
  /** Whether this request's user may run any SQL on hosts. */
  mayRunLiveQueries(request: KibanaRequest): Promise<boolean>;
  /** The space the request is made in. */
  getSpaceId(request: KibanaRequest): Promise<string>;
}
