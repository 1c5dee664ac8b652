import { getStory } from '../../common/api/get_story';
import { findStory } from '../story/find_story';
import { getStoredAlert } from './get_alert';
import { registerEndpoint } from './register_endpoint';
import type { RouteDependencies } from './route_dependencies';

/** Longer nobody waits for a story; Kibana's own requests end at two minutes. */
const TIMEOUT_MS = 30_000;

export const registerGetStory = (dependencies: RouteDependencies): void =>
  registerEndpoint(dependencies, getStory, async (request) => {
    const { adapters } = dependencies;
    const alert = await getStoredAlert(adapters, request);
    const story = await findStory(await adapters.getEventReader(request), {
      alertEvent: { id: alert.eventId, index: alert.eventIndex, source: alert.event },
      minutes: request.query.minutes,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return { story };
  });
