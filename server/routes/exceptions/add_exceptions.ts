import { addExceptions } from '../../../common/api/exceptions/add_exceptions';
import { DomainError } from '../../../common/errors/domain_error';
import { MOST_EXCEPTIONS } from '../../../common/exception/exception';
import { registerEndpoint } from '../register_endpoint';
import type { RouteDependencies } from '../route_dependencies';
import { changeExceptions } from './change_exceptions';

export const registerAddExceptions = (dependencies: RouteDependencies): void =>
  registerEndpoint(dependencies, addExceptions, async (request) => {
    const now = dependencies.now();
    const by = await dependencies.adapters.findUserName(request);
    const added = request.body.exceptions.map((draft, index) => ({
      ...draft,
      id: `${now.getTime()}-${index}`,
      at: now.toISOString(),
      ...(by !== undefined && { by }),
    }));
    return changeExceptions(dependencies, request, (exceptions) => {
      const all = [...exceptions, ...added];
      if (all.length <= MOST_EXCEPTIONS) return all;
      throw new DomainError('too_many_exceptions', { most: String(MOST_EXCEPTIONS) });
    });
  });
