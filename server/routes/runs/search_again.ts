import { searchAgain } from '../../../common/api/runs/search_again';
import { DomainError } from '../../../common/errors/domain_error';
import { addPending, MOST_PENDING } from '../../../common/run/add_pending';
import { getRules } from '../rules/get_rules';
import { registerEndpoint } from '../register_endpoint';
import type { RouteDependencies } from '../route_dependencies';

export const registerSearchAgain = (dependencies: RouteDependencies): void =>
  registerEndpoint(dependencies, searchAgain, async (request) => {
    const { adapters, now } = dependencies;
    const { rules, catalogue } = await getRules(dependencies, request);
    const rule = await catalogue.get(request.params.id);
    if (rule.kind === 'absent') throw new DomainError('rule_not_found', {});
    const at = now().toISOString();
    const toIso = (time: string): string => new Date(time).toISOString();
    const [from, to] = [toIso(request.body.from), toIso(request.body.to)];
    if (to > at) throw new DomainError('period_not_over', { to });
    const by = await adapters.findUserName(request);
    const store = adapters.getRunStore(await adapters.getSpaceId(request));
    const history = await store.change(rule.id, (known) => {
      const changed = addPending(known, { from, to, by, at });
      if (!changed) throw new DomainError('too_many_pending', { most: String(MOST_PENDING) });
      return changed;
    });
    // A rule that is switched off takes the period up when it is switched on.
    if (rule.enabled) await rules.runSoon({ id: rule.id });
    return { history };
  });
