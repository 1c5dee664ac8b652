import type { CoreStart } from '@kbn/core/public';
import type { SharePluginStart } from '@kbn/share-plugin/public';
import type { Alert } from '../../common/alert/alert';
import { findText } from '../../common/event/get_values';

/** Addresses of other apps of this Kibana about one alert. A missing one: the app is not there, or not for this reader. */
export interface AlertLinks {
  /** What the host did around the event, in Discover. */
  readonly toDiscoverUrl?: (alert: Alert) => string;
  /** The page of a host in Elastic Security. */
  readonly toSecurityHostUrl?: (hostName: string) => string;
  /** One of Elastic Security's own alerts, in its flyout. */
  readonly toSecurityAlertUrl?: (alert: Alert) => string;
}

const DISCOVER_LOCATOR = 'DISCOVER_APP_LOCATOR';
const SECURITY_APP = 'securitySolutionUI';
/** As far as Discover shows before and after the event. */
const AROUND_MS = 5 * 60_000;
const COLUMNS = [
  'event.action',
  'user.name',
  'process.parent.name',
  'process.command_line',
  'process.pid',
];

/** Finds out once which apps the reader may open: `navLinks` names them alike in every Kibana, whatever their features are called. */
export const createAlertLinks = (
  application: CoreStart['application'],
  share: SharePluginStart | undefined
): AlertLinks => {
  const mayOpen = (app: string): boolean => application.capabilities['navLinks']?.[app] === true;
  const discover = mayOpen('discover') ? share?.url.locators.get(DISCOVER_LOCATOR) : undefined;
  return {
    ...(discover !== undefined && {
      toDiscoverUrl: (alert: Alert) => discover.getRedirectUrl(toDiscoverParams(alert)),
    }),
    ...(mayOpen(SECURITY_APP) && {
      toSecurityHostUrl: (hostName: string) =>
        application.getUrlForApp(SECURITY_APP, {
          path: `/hosts/name/${encodeURIComponent(hostName)}`,
        }),
      toSecurityAlertUrl: ({ id, storedIn = '', raisedAt }: Alert) => {
        const query = new URLSearchParams({ index: storedIn, timestamp: raisedAt }).toString();
        return application.getUrlForApp(SECURITY_APP, {
          path: `/alerts/redirect/${encodeURIComponent(id)}?${query}`,
        });
      },
    }),
  };
};

const toDiscoverParams = ({ event, eventIndex, eventTime }: Alert): object => {
  const hostName = findText(event, 'host.name');
  const time = Date.parse(eventTime);
  return {
    dataViewSpec: { title: toStreamName(eventIndex), timeFieldName: '@timestamp' },
    query: {
      language: 'kuery',
      query: hostName === undefined ? '' : `host.name : ${toKueryText(hostName)}`,
    },
    ...(Number.isNaN(time)
      ? {}
      : { timeRange: { from: toIso(time - AROUND_MS), to: toIso(time + AROUND_MS) } }),
    columns: COLUMNS,
    sort: [['@timestamp', 'asc']],
  };
};

/** A backing index ends one day; what happened around the event may lie in the next one of its data stream. */
const toStreamName = (index: string): string =>
  /^\.ds-(.+)-\d{4}\.\d{2}\.\d{2}-\d{6}$/.exec(index)?.[1] ?? index;

/** The host's name is the attacker's to choose: quoted, it stays one value. */
const toKueryText = (value: string): string => `"${value.replace(/[\\"]/g, '\\$&')}"`;

const toIso = (time: number): string => new Date(time).toISOString();
