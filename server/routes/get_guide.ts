import { getGuide } from '../../common/api/get_guide';
import { fillGuide } from '../../common/guide/fill_guide';
import { parseGuide } from '../../common/guide/parse_guide';
import { selectGuide } from '../../common/guide/select_guide';
import { getStoredAlert } from './get_alert';
import { registerEndpoint } from './register_endpoint';
import type { RouteDependencies } from './route_dependencies';

export const registerGetGuide = (dependencies: RouteDependencies): void =>
  registerEndpoint(dependencies, getGuide, async (request) => {
    const alert = await getStoredAlert(dependencies.adapters, request);
    const guide = selectGuide(alert, request.query.locale);
    return { parts: fillGuide(parseGuide(guide), alert.event) };
  });
