import type { Adapters } from '../../server/ports/adapters';
import type { Store } from '../store/open_store';
import type { StandingMatches } from './create_standing_matches';
import { createLocalAlertStore } from './local_alert_store';
import { createLocalAlertWriter } from './local_alert_writer';
import { createLocalEventReader } from './local_event_reader';

/** The plugin's ports on this machine's store. */
export const createLocalAdapters = (
  { events, alerts }: Store,
  standing: StandingMatches
): Adapters => ({
  createEventReader: () => createLocalEventReader(events, standing),
  createAlertWriter: (run) => createLocalAlertWriter(run, alerts),
  getAlertStore: async () => createLocalAlertStore(alerts),
});
