import type { AlertDocument } from '../../common/alert/alert_document';
import type { NewAlert } from '../../common/alert/to_alert';

/** Where a rule run puts its alerts. */
export interface AlertWriter {
  /** Most alerts that alerting takes of one run. */
  readonly mostAlerts: number;
  /** Storing is done when the run is over, so a run can't know whether it failed. */
  readonly storesAfterRun: boolean;
  /** Which of these instance ids this rule has stored already, whenever that was. */
  findStoredIds(instanceIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Those of these instance ids that this rule has stored, as far as their events and requests are concerned. */
  findStored(instanceIds: readonly string[]): Promise<readonly AlertDocument[]>;
  /**
   * Hands one alert over for storing. Storing may happen after the run and may fail: the next run checks.
   * @returns the id it will have
   */
  report(alert: NewAlert): string;
  /**
   * Writes what stored alerts have become, over what they were: no further document, and nothing for actions to tell.
   * @returns how many of them refused the change, and stay as they were
   */
  grow(alerts: readonly NewAlert[]): Promise<number>;
  /**
   * Makes the stored alerts with these instance ids one row each with all other alerts about the same commands, as `foldRow`
   * says. Where storing an alert does so by itself there is nothing to do.
   */
  foldRows(instanceIds: readonly string[]): Promise<void>;
}
