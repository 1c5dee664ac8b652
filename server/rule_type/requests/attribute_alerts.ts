import type { Logger } from '@kbn/core/server';
import type { AlertDocument } from '../../../common/alert/alert_document';
import { ALERT_FIELD } from '../../../common/alert/alert_document';
import { isRequestField, toRequestFields } from '../../../common/alert/request/alert_request';
import { fromAlertDocument } from '../../../common/alert/from_alert_document';
import type { NewAlert } from '../../../common/alert/to_alert';
import { findText } from '../../../common/event/get_values';
import {
  findCertainRequest,
  LOGGED_BEFORE_MS,
  LOGGED_WITHIN_MS,
} from '../../../common/request/find_certain_request';
import { toSoughtExec } from '../../../common/request/to_sought_exec';
import type { AlertWriter } from '../../ports/alert_writer';
import type { RequestReader } from '../../ports/request_reader';
import type { RaisedAlert, RaisedAlerts } from '../raised_alerts';
import type { AwaitedRequests, AwaitingAlert } from './awaited_requests';

interface AttributionSearch {
  readonly raised: Pick<RaisedAlerts, 'alerts' | 'again'>;
  readonly awaited: AwaitedRequests | undefined;
  readonly alerts: Pick<AlertWriter, 'findStored' | 'mostAlerts'>;
  readonly requests: RequestReader;
  readonly startedAt: Date;
  readonly logger: Pick<Logger, 'warn'>;
}

export interface AttributedAlerts {
  /** To be reported. */
  readonly alerts: readonly RaisedAlert[];
  /** What stored alerts have become: by their trees, by their requests, or both. */
  readonly grown: readonly NewAlert[];
  /** Undefined where nothing is awaited. */
  readonly awaited: AwaitedRequests | undefined;
  /** Access logs that could not be read, each with its reason. */
  readonly unread: readonly string[];
}

/** A host that runs the rule with every arriving event would otherwise read its log as often. */
const ASK_AGAIN_MS = 60_000;
/** Logs are shipped and read late; what is not there by then is not waited for. */
const AWAITED_MS = 15 * 60_000;
/** All of them stand in the rule's state, which alerting writes after every run. */
const MOST_AWAITED = 200;
/** Each is compared with every request of its minute. */
const MOST_SOUGHT = 100;
/** Each is one search of its access log. */
const MOST_HOSTS = 20;
const MOST_READ = 5000;
const TIMEOUT_MS = 10_000;

/**
 * Finds the requests that brought a run's alerts, and those of earlier runs, in the access logs of their hosts. A request is logged
 * when it ends, so an alert is looked at once its program is a minute old, and then for a quarter of an hour.
 */
export const attributeAlerts = async (search: AttributionSearch): Promise<AttributedAlerts> => {
  try {
    return await attribute(search);
  } catch (error) {
    // No run fails for it: the alerts count, and their requests are found from the flyout as well.
    search.logger.warn(`The requests of alerts were not looked for: ${String(error)}`);
    const { raised, awaited } = search;
    const grown = raised.again.map(({ alert }) => alert);
    return { alerts: raised.alerts, grown, awaited, unread: [String(error)] };
  }
};

const attribute = async (search: AttributionSearch): Promise<AttributedAlerts> => {
  const { raised, awaited, alerts, startedAt } = search;
  const now = startedAt.getTime();
  const isDue = awaited !== undefined && now - Date.parse(awaited.askedAt) >= ASK_AGAIN_MS;
  const waiting = awaited?.alerts ?? [];
  const stored = isDue ? await alerts.findStored(waiting.map(({ instanceId }) => instanceId)) : [];
  const documents = [
    ...raised.alerts.map(({ alert: { instanceId, payload } }) => ({
      instanceId,
      document: payload,
    })),
    ...stored.map((document) => ({
      instanceId: findText(document, ALERT_FIELD.instanceId) ?? '',
      document,
    })),
  ];
  const sought = documents.flatMap(toSought).filter(({ time }) => isLogged(time, now));
  const { fields, unread } = await findFields(sought.slice(0, MOST_SOUGHT), search.requests);
  const next = [...waiting, ...raised.alerts.map(toAwaiting)].filter(
    ({ instanceId, eventTime }) =>
      !fields.has(instanceId) && now - Date.parse(eventTime) < AWAITED_MS
  );
  const left = new Map(next.map((alert) => [alert.instanceId, alert]));
  const withRequest = (alert: NewAlert): NewAlert => ({
    ...alert,
    payload: { ...alert.payload, ...fields.get(alert.instanceId) },
  });
  const reported = raised.alerts.map((one) => ({ ...one, alert: withRequest(one.alert) }));
  const again = raised.again.map(({ alert }) => withRequest(alert));
  const written = new Set([...reported.map(({ alert }) => alert), ...again].map(toInstanceId));
  const late = [...fields]
    .filter(([instanceId]) => !written.has(instanceId))
    .map(([instanceId, payload]): NewAlert => ({ instanceId, payload }));
  return {
    alerts: reported,
    grown: [...again, ...late].slice(0, alerts.mostAlerts - reported.length),
    awaited:
      left.size === 0
        ? undefined
        : {
            askedAt: awaited === undefined || isDue ? startedAt.toISOString() : awaited.askedAt,
            alerts: [...left.values()].slice(0, MOST_AWAITED),
          },
    unread,
  };
};

const toInstanceId = ({ instanceId }: NewAlert): string => instanceId;

const isLogged = (time: number, now: number): boolean => time + LOGGED_WITHIN_MS <= now;

const toAwaiting = ({ alert: { instanceId }, eventTime }: RaisedAlert): AwaitingAlert => ({
  instanceId,
  eventTime,
});

interface SoughtAlert {
  readonly instanceId: string;
  readonly hostName: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly document: AlertDocument;
}

/** An alert that names no host could be of any log; one whose event tells of a request itself is left as it is. */
const toSought = ({
  instanceId,
  document,
}: Pick<SoughtAlert, 'instanceId' | 'document'>): SoughtAlert[] => {
  if (Object.keys(document).some(isRequestField)) return [];
  const hostName = findText(document, 'host.name');
  const time = Date.parse(findText(document, ALERT_FIELD.eventTime) ?? '');
  return hostName === undefined ? [] : [{ instanceId, hostName, time, document }];
};

/** What one or more access logs told of alerts. */
interface FoundFields {
  readonly fields: ReadonlyMap<string, AlertDocument>;
  readonly unread: readonly string[];
}

const findFields = async (
  sought: readonly SoughtAlert[],
  requests: RequestReader
): Promise<FoundFields> => {
  const byHost = new Map<string, SoughtAlert[]>();
  for (const alert of sought)
    byHost.set(alert.hostName, [...(byHost.get(alert.hostName) ?? []), alert]);
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const found = await Promise.all(
    [...byHost]
      .slice(0, MOST_HOSTS)
      .map(([hostName, alerts]) => findFieldsOfHost(hostName, alerts, requests, signal))
  );
  return {
    fields: new Map(found.flatMap(({ fields }) => [...fields])),
    // One log may be of many hosts.
    unread: [...new Set(found.flatMap(({ unread }) => unread))],
  };
};

const findFieldsOfHost = async (
  hostName: string,
  alerts: readonly SoughtAlert[],
  reader: RequestReader,
  signal: AbortSignal
): Promise<FoundFields> => {
  const times = alerts.map(({ time }) => time);
  const {
    requests,
    isCut,
    unread: logs,
  } = await reader.find({
    hostName,
    from: new Date(Math.min(...times) - LOGGED_BEFORE_MS).toISOString(),
    to: new Date(Math.max(...times) + LOGGED_WITHIN_MS).toISOString(),
    size: MOST_READ,
    signal,
  });
  const unread = logs.map(({ log, reason }) => `${log}: ${reason}`);
  const fields = new Map<string, AlertDocument>();
  // Most hosts have no such log, and reading a command costs more than all else here.
  if (requests.length === 0) return { fields, unread };
  // Of what is not read, anything could be the request of another address.
  const readTo = isCut ? (requests.at(-1)?.time ?? -Infinity) : Infinity;
  for (const alert of alerts) {
    if (alert.time + LOGGED_WITHIN_MS >= readTo) continue;
    const request = findCertainRequest(toSoughtExec(fromAlertDocument(alert.document)), requests);
    const found = request && toRequestFields(request);
    if (found) fields.set(alert.instanceId, found);
    await letOthersRun();
  }
  return { fields, unread };
};

const letOthersRun = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
