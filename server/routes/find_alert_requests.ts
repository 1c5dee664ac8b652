import { findAlertRequests } from '../../common/api/find_alert_requests';
import { findText } from '../../common/event/get_values';
import { rankRequests } from '../../common/request/rank_requests';
import { toSoughtExec } from '../../common/request/to_sought_exec';
import { toPeriodAround } from '../../common/story/period';
import { getStoredAlert } from './get_alert';
import { registerEndpoint } from './register_endpoint';
import type { RouteDependencies } from './route_dependencies';

/** So many requests of the period are read and ranked; more is said to be cut. */
const MOST_READ = 5000;
const MOST_GIVEN = 50;
const TIMEOUT_MS = 30_000;

export const registerFindAlertRequests = (dependencies: RouteDependencies): void =>
  registerEndpoint(dependencies, findAlertRequests, async (request) => {
    const { adapters } = dependencies;
    const alert = await getStoredAlert(adapters, request);
    const time = Date.parse(alert.eventTime);
    const reader = await adapters.getRequestReader(request);
    const found = await reader.find({
      hostName: findText(alert.event, 'host.name'),
      ...toPeriodAround(time, request.query.minutes),
      size: MOST_READ,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const ranked = rankRequests(toSoughtExec(alert), found.requests);
    const address = ranked[0]?.request.address;
    return {
      ranked: ranked.slice(0, MOST_GIVEN),
      total: found.requests.length,
      ofSameAddress: found.requests.filter((one) => one.address === address).length,
      isCut: found.isCut,
      logs: found.logs,
      unread: found.unread,
    };
  });
