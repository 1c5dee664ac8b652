import { i18n } from '@kbn/i18n';
import { previewRule } from '../../../common/api/preview_rule';
import { getRuleDefinition } from '../../../common/rule/get_rule_definition';
import { findPreview } from '../../preview/find_preview';
import { registerEndpoint } from '../register_endpoint';
import type { RouteDependencies } from '../route_dependencies';
import { checkRuleQuery } from './check_rule_query';

/** Longer than one part may take; Kibana's own requests end at two minutes. */
const TIMEOUT_MS = 30_000;

export const registerPreviewRule = (dependencies: RouteDependencies): void =>
  registerEndpoint(dependencies, previewRule, async (request) => {
    const { adapters, locale, now } = dependencies;
    const { params, from, to } = request.body;
    checkRuleQuery(params.query);
    return findPreview({
      rule: { uuid: 'preview', definition: getRuleDefinition(params.ruleId), params, locale },
      events: await adapters.getEventReader(request),
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
      now: now(),
      translate: i18n.translate,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  });
