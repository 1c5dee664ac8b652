import { randomUUID } from 'node:crypto';
import { addExceptions } from '../../../common/api/exceptions/add_exceptions';
import { DomainError } from '../../../common/errors/domain_error';
import { MOST_EXCEPTIONS } from '../../../common/exception/exception';
import { registerEndpoint } from '../register_endpoint';
import type { RouteDependencies } from '../route_dependencies';
import type { ChangeRule } from '../rules/change_rule';

export const registerAddExceptions = (
  dependencies: RouteDependencies,
  changeRule: ChangeRule
): void =>
  registerEndpoint(dependencies, addExceptions, async (request) => {
    const at = dependencies.now().toISOString();
    const by = await dependencies.adapters.findUserName(request);
    const signature = { at, ...(by !== undefined && { by }) };
    const added = request.body.exceptions.map((draft) => {
      return { ...draft, id: randomUUID(), ...signature };
    });
    return changeRule(request, (params) => {
      const exceptions = [...(params.exceptions ?? []), ...added];
      if (exceptions.length <= MOST_EXCEPTIONS) return { ...params, exceptions };
      throw new DomainError('too_many_exceptions', { most: String(MOST_EXCEPTIONS) });
    });
  });
