import { getPeople } from '../../common/api/triage/get_people';
import { registerEndpoint } from './register_endpoint';
import type { RouteDependencies } from './route_dependencies';

export const registerGetPeople = (dependencies: RouteDependencies): void =>
  registerEndpoint(dependencies, getPeople, (request) => dependencies.adapters.findPeople(request));
