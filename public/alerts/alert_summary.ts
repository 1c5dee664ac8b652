import type { Alert } from '../../common/alert/alert';
import { toCommandLine } from '../../common/alert/to_reason';
import { findText } from '../../common/event/get_values';

/** What one line of the table says about an alert; undefined where the event does not say. */
export interface AlertSummary {
  readonly host: string | undefined;
  readonly user: string | undefined;
  readonly parent: string | undefined;
  readonly process: string | undefined;
  readonly command: string | undefined;
}

export const toAlertSummary = ({ event }: Alert): AlertSummary => ({
  host: findText(event, 'host.name') ?? findText(event, 'host.id'),
  user: findText(event, 'user.name') ?? findText(event, 'user.id'),
  parent: findText(event, 'process.parent.name') ?? findText(event, 'process.parent.executable'),
  process: findText(event, 'process.name') ?? findText(event, 'process.executable'),
  command: toCommandLine(event),
});
