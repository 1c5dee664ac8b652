import { removeException } from '../../../common/api/exceptions/remove_exception';
import { registerEndpoint } from '../register_endpoint';
import type { RouteDependencies } from '../route_dependencies';
import type { ChangeRule } from '../rules/change_rule';

/** One that is gone already is what was wanted. */
export const registerRemoveException = (
  dependencies: RouteDependencies,
  changeRule: ChangeRule
): void =>
  registerEndpoint(dependencies, removeException, (request) =>
    changeRule(request, ({ exceptions = [], ...params }) => ({
      ...params,
      exceptions: exceptions.filter(({ id }) => id !== request.body.exceptionId),
    }))
  );
