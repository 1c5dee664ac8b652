import { getEventSurvey } from '../../common/api/get_event_survey';
import { parseEql } from '../../common/eql/parse_eql';
import { toUsedFields } from '../../common/eql/used_fields';
import type { RuleParams } from '../../common/rule/rule_params';
import { getRules } from './rules/get_rules';
import { registerEndpoint } from './register_endpoint';
import type { RouteDependencies } from './route_dependencies';

/** Older events tell nothing of what is read now. */
const PERIOD_MS = 7 * 86_400_000;
const TIMEOUT_MS = 10_000;

/** What there is to search for the rules that are enabled. */
export const registerGetEventSurvey = (dependencies: RouteDependencies): void =>
  registerEndpoint(dependencies, getEventSurvey, async (request) => {
    const { catalogue } = await getRules(dependencies, request);
    const params = (await catalogue.list()).flatMap((rule) =>
      rule.kind === 'present' && rule.enabled ? [rule.params] : []
    );
    const [first] = params;
    if (!first) return { events: 0, isAtLeast: true, hosts: [], absentFields: [], problems: [] };
    const surveyor = await dependencies.adapters.getEventSurveyor(request);
    return surveyor.survey({
      indexPatterns: [...new Set(params.flatMap(({ indexPatterns }) => indexPatterns))],
      timestampField: first.timestampField,
      fields: [...new Set(params.flatMap(toFields))],
      from: new Date(dependencies.now().getTime() - PERIOD_MS).toISOString(),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  });

const toFields = ({ query, timestampField }: RuleParams): string[] =>
  toUsedFields(parseEql(query), { timestampField });
