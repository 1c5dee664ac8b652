import { API_ROOT, createEndpoint, noInput } from './endpoint';
import { alertFilterSchema } from './find_alerts';

/** Counts of alerts in equal parts of a period. */
export interface AlertHistogram {
  /** ISO 8601; of the first part's start and the last one's end. */
  readonly from: string;
  readonly to: string;
  readonly counts: readonly number[];
}

export interface AlertStats {
  /** Different hosts. */
  readonly hosts: number;
  /** Undefined where no alert fits. */
  readonly histogram: AlertHistogram | undefined;
  /** Medians of the newest alerts, in milliseconds: from the event to the alert, from there to the first time somebody acted. */
  readonly detectMs: number | undefined;
  readonly acknowledgeMs: number | undefined;
  readonly closeMs: number | undefined;
}

/** What a filter's alerts amount to. */
export const getAlertStats = createEndpoint<AlertStats>()({
  method: 'post',
  path: `${API_ROOT}/alerts/_stats`,
  privilege: 'read',
  params: noInput,
  query: noInput,
  body: alertFilterSchema,
});
