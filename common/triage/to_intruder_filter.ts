import { alertFilterSchema, type AlertFilter } from '../api/find_alerts';
import { findText } from '../event/get_values';
import type { Alert } from '../alert/alert';
import { UNKNOWN_SOURCE } from '../alert/request/source_address';

/** As long before and after an alert its neighbours are taken for the work of the same intruder. */
const SPAN_MINUTES = 15;

/**
 * Which open alerts are of the same intrusion: raised of the same server process's name on the same host, at most a quarter of an
 * hour away, and where the alert holds the address it came from, of no other address. Those that hold none stay: the log does not
 * tell all that one intruder did. The alert itself is among them while it is open; undefined where its event names no host or no server.
 */
export const toIntruderFilter = ({
  event,
  eventTime,
  request,
}: Pick<Alert, 'event' | 'eventTime' | 'request'>): AlertFilter | undefined => {
  const host = findText(event, 'host.name');
  const server = findText(event, 'process.parent.name');
  if (host === undefined || server === undefined) return undefined;
  const moment = Date.parse(eventTime);
  const parsed = alertFilterSchema.safeParse({
    statuses: ['open'],
    hosts: [host],
    servers: [server],
    sources: request === undefined ? [] : [request.address, UNKNOWN_SOURCE],
    from: new Date(moment - SPAN_MINUTES * 60_000).toISOString(),
    to: new Date(moment + SPAN_MINUTES * 60_000).toISOString(),
  });
  return parsed.success ? parsed.data : undefined;
};
