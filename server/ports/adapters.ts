import type { RuleExecutorOptions } from '@kbn/alerting-plugin/server';
import type { KibanaRequest } from '@kbn/core/server';
import type { AlertStore } from './alert_store';
import type { AlertWriter } from './alert_writer';
import type { EventReader } from './event_reader';

/** What of a rule run an adapter may depend on. */
export type RuleRun = Pick<RuleExecutorOptions<unknown, unknown>, 'rule' | 'services' | 'spaceId'>;

/** Everything the plugin needs from the outside; each host's composition root supplies one of these. */
export interface Adapters {
  createEventReader(run: RuleRun): EventReader;
  createAlertWriter(run: RuleRun): AlertWriter;
  /** The store as this request's user sees it. */
  getAlertStore(request: KibanaRequest): Promise<AlertStore>;
}
