import { removeException } from '../../../common/api/exceptions/remove_exception';
import { registerEndpoint } from '../register_endpoint';
import type { RouteDependencies } from '../route_dependencies';
import { changeExceptions } from './change_exceptions';

/** One that is gone already is what was wanted. */
export const registerRemoveException = (dependencies: RouteDependencies): void =>
  registerEndpoint(dependencies, removeException, (request) =>
    changeExceptions(dependencies, request, (exceptions) =>
      exceptions.filter(({ id }) => id !== request.body.exceptionId)
    )
  );
