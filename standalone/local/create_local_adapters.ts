import { userInfo } from 'node:os';
import type { Adapters } from '../../server/ports/adapters';
import type { EvidenceTaker } from '../../server/ports/evidence_taker';
import { withAssignees } from '../../server/triage/with_assignees';
import { SPACE_ID } from '../kibana/space_id';
import type { Store } from '../store/open_store';
import type { StandingMatches } from './create_standing_matches';
import { createLocalAlertStore } from './local_alert_store';
import { createLocalAlertWriter } from './local_alert_writer';
import { createLocalEventReader } from './local_event_reader';
import { createLocalEventSurveyor } from './local_event_surveyor';
import { createLocalReadinessProbe, type LocalFacts } from '../readiness/local_readiness_probe';
import { createLocalRequestReader, type AccessLog } from './local_request_reader';

export interface LocalSources {
  readonly standing: StandingMatches;
  readonly evidenceTaker: EvidenceTaker;
  readonly accessLogs: readonly AccessLog[];
  /** What the input could not use, and what is to be known of it: sentences. */
  readonly listInputProblems: () => readonly string[];
  readonly facts: LocalFacts;
}

/** The plugin's ports on this machine's store. */
export const createLocalAdapters = (
  { events, alerts, triage, runs, evidenceSwitch }: Store,
  { standing, accessLogs, listInputProblems, evidenceTaker, facts }: LocalSources
): Adapters => ({
  createEventReader: () => createLocalEventReader(events, standing),
  createAlertWriter: (run) => createLocalAlertWriter(run, alerts),
  createRequestReader: () => createLocalRequestReader(accessLogs),
  getAlertStore: async () => withAssignees(createLocalAlertStore(alerts), triage),
  getEventReader: async () => createLocalEventReader(events, standing),
  getEventSurveyor: async () => createLocalEventSurveyor(events, listInputProblems),
  getReadinessProbe: async () => createLocalReadinessProbe(facts),
  getRequestReader: async () => createLocalRequestReader(accessLogs),
  getTriageStore: async () => triage,
  getRunStore: () => runs,
  evidenceTaker,
  evidenceSwitch,
  // Who has a session here may run any query.
  mayRunLiveQueries: async () => true,
  findUserName: async () => userInfo().username,
  // All who have a session are this one user: there is nobody to give an alert to.
  findPeople: async () => ({ me: undefined, others: [] }),
  getSpaceId: async () => SPACE_ID,
});
