import { getReadiness } from '../../common/api/get_readiness';
import type { PresentRule } from '../../common/api/rule_status';
import { parseEql } from '../../common/eql/parse_eql';
import { toUsedFields } from '../../common/eql/used_fields';
import { RULES } from '../../common/rule/rules';
import { toShippedParams } from '../../common/rule/rule_params';
import type { ReadinessCheck } from '../../common/readiness/readiness';
import { findRuleChecks } from '../readiness/find_rule_checks';
import { getRules } from './rules/get_rules';
import { registerEndpoint } from './register_endpoint';
import type { RouteDependencies } from './route_dependencies';

const PERIOD_MS = 86_400_000;
const TIMEOUT_MS = 15_000;

/** Of the rules that are enabled or, while none is, of those that could be. */
export const registerGetReadiness = (dependencies: RouteDependencies): void =>
  registerEndpoint(dependencies, getReadiness, async (request) => {
    const { adapters, now } = dependencies;
    const rules = await (await getRules(dependencies, request)).catalogue.list();
    const enabled = rules.filter(
      (rule): rule is PresentRule => rule.kind === 'present' && rule.enabled
    );
    const params =
      enabled.length > 0 ? enabled.map((rule) => rule.params) : RULES.map(toShippedParams);
    const asked = {
      indexPatterns: [...new Set(params.flatMap(({ indexPatterns }) => indexPatterns))],
      timestampField: params[0]?.timestampField ?? '@timestamp',
      fields: [
        ...new Set(
          params.flatMap(({ query, timestampField }) =>
            toUsedFields(parseEql(query), { timestampField })
          )
        ),
      ],
      from: new Date(now().getTime() - PERIOD_MS).toISOString(),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    };
    const [survey, found] = await Promise.all([
      (await adapters.getEventSurveyor(request)).survey(asked),
      (await adapters.getReadinessProbe(request)).probe(asked),
    ]);
    const recent = survey.hosts.filter(({ newest }) => newest >= asked.from);
    const eventChecks: ReadinessCheck[] = [
      {
        id: 'events_recent',
        state: survey.problems.length > 0 ? 'doubtful' : recent.length > 0 ? 'good' : 'bad',
        seen: survey.problems,
      },
      {
        id: 'fields_present',
        state:
          survey.events === 0 ? 'unknown' : survey.absentFields.length > 0 ? 'doubtful' : 'good',
        seen: survey.absentFields,
      },
    ];
    return { checks: [...findRuleChecks(rules, now()), ...eventChecks, ...found], hosts: recent };
  });
