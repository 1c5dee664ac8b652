import type { RuleType } from '@kbn/alerting-plugin/server';
import { i18n } from '@kbn/i18n';
import { DomainError } from '../../common/errors/domain_error';
import { toErrorSentence } from '../../common/errors/errors';
import { toSchemaProblem } from '../../common/errors/to_schema_problem';
import type { Locale } from '../../common/i18n/locale';
import {
  ACTION_GROUP,
  RISEN_ACTION_GROUP,
  ALERTS_CONTEXT,
  FEATURE_ID,
  PLUGIN_ID,
  RULE_TYPE_ID,
} from '../../common/product';
import { ruleParamsSchema, type RuleParams } from '../../common/rule/rule_params';
import { EqlError } from '../../common/eql/errors/eql_error';
import { toEqlErrorReport } from '../../common/eql/to_eql_error_report';
import { parseRuleQuery } from '../../common/rule/parse_rule_query';
import type { EvidenceCollector } from '../evidence/evidence_collector';
import type { Adapters } from '../ports/adapters';
import { createActionVariables } from './reporting/action_variables';
import { alertFieldMap } from './alert_field_map';
import { createExecutor } from './executor';
import type { RuleState } from './rule_state';

/** The rule type registered with alerting: metadata, parameter check, alert mapping and the executor. */
export const createRuleType = ({
  adapters,
  evidence,
  locale,
  now,
}: {
  adapters: Adapters;
  evidence: Pick<EvidenceCollector, 'collect'>;
  locale: Locale;
  now: () => Date;
}): RuleType<RuleParams, RuleState> => {
  const execute = createExecutor(adapters, evidence, locale, now);
  return {
    id: RULE_TYPE_ID,
    name: i18n.translate('webServerRce.ruleType.name', {
      defaultMessage: 'Web server remote code execution',
    }),
    actionGroups: [
      {
        id: ACTION_GROUP,
        name: i18n.translate('webServerRce.ruleType.match', { defaultMessage: 'Match' }),
      },
      {
        id: RISEN_ACTION_GROUP,
        name: i18n.translate('webServerRce.ruleType.severityRose', {
          defaultMessage: 'Severity of a match rose',
        }),
      },
    ],
    defaultActionGroupId: ACTION_GROUP,
    recoveryActionGroup: {
      id: 'recovered',
      name: i18n.translate('webServerRce.ruleType.recovered', {
        defaultMessage: 'Recovered (never: analysts close these alerts)',
      }),
    },
    actionVariables: createActionVariables(),
    minimumLicenseRequired: 'basic',
    isExportable: true,
    category: 'securitySolution',
    producer: FEATURE_ID,
    solution: 'security',
    validate: { params: { validate: parseRuleParams } },
    // An event does not stop having happened: alerts are closed by analysts, not by the next run.
    autoRecoverAlerts: false,
    cancelAlertsOnRuleTimeout: false,
    defaultScheduleInterval: '5m',
    getViewInAppRelativeUrl: () => `/app/${PLUGIN_ID}`,
    alerts: {
      context: ALERTS_CONTEXT,
      mappings: { fieldMap: alertFieldMap },
      shouldWrite: true,
      useEcs: true,
      useLegacyAlerts: true,
    },
    executor: async (run) => {
      try {
        return await execute(run);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        const sentence = toErrorSentence(error.code, error.values, i18n.translate);
        throw new Error(sentence, { cause: error });
      }
    },
  };
};

/** @throws Error that names every problem, a mistake in the query with its place; alerting answers it as a 400 */
const parseRuleParams = (value: unknown): RuleParams => {
  const parsed = ruleParamsSchema.safeParse(value);
  if (!parsed.success) throw new Error(toSchemaProblem(parsed.error));
  try {
    parseRuleQuery(parsed.data.query);
  } catch (error) {
    if (!(error instanceof EqlError)) throw error;
    throw new Error(`query: ${toEqlErrorReport(error, i18n.translate)}`, { cause: error });
  }
  return parsed.data;
};
