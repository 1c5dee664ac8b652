import { findText } from '../event/get_values';
import type { EventSource } from '../event/source_event';
import { toCommandLine } from './to_reason';

/** What one line says about an alert; undefined where the event does not say. */
export interface AlertSummary {
  readonly host: string | undefined;
  readonly user: string | undefined;
  readonly parent: string | undefined;
  readonly process: string | undefined;
  readonly command: string | undefined;
}

/** Reads an event, or an alert's document, which keeps these fields where the event has them. */
export const toAlertSummary = (event: EventSource): AlertSummary => ({
  host: findText(event, 'host.name') ?? findText(event, 'host.id'),
  user: findText(event, 'user.name') ?? findText(event, 'user.id'),
  parent: findText(event, 'process.parent.name') ?? findText(event, 'process.parent.executable'),
  process: findText(event, 'process.name') ?? findText(event, 'process.executable'),
  command: toCommandLine(event),
});
