import { z } from 'zod';
import { FEATURE_ID, RULE_TYPE_ID } from '../../common/product';
import { toShippedParams, type RuleParams } from '../../common/rule/rule_params';
import { webServerRule } from '../../common/rule/web_server_rule';
import type { Answer, Kibana } from './kibana';

export interface RuleAction {
  readonly id: string;
  readonly group: string;
  readonly params: object;
  readonly frequency: object;
}

/** The customer's rule, as far back as there are events, with few alerts. */
const FEW_OF_THE_SEED: RuleParams = {
  ...toShippedParams(webServerRule),
  lookBack: '90d',
  maxAlertsPerRun: 5,
};

const createdSchema = z.object({ id: z.string() });

/** @throws what Kibana answered, where that is no success */
export const getBody = ({ status, body }: Answer): unknown => {
  if (status >= 300) throw new Error(`Kibana answered ${status}: ${JSON.stringify(body)}`);
  return body;
};

/** A connector of Kibana's, which actions send through. @returns its id */
export const createConnector = async (
  kibana: Kibana,
  type: '.index' | '.server-log',
  config: object
): Promise<string> => {
  const body = { name: `Test ${type}`, connector_type_id: type, config, secrets: {} };
  const answer = await kibana.ask('/api/actions/connector', { method: 'POST', body });
  return createdSchema.parse(getBody(answer)).id;
};

/** Makes a rule as Kibana's page of rules does: of our type, with actions, beside those that the app makes. @returns its id */
export const createRuleCopy = async (
  kibana: Kibana,
  actions: readonly RuleAction[],
  params = FEW_OF_THE_SEED
): Promise<string> => {
  const body = {
    name: 'Copy with actions',
    rule_type_id: RULE_TYPE_ID,
    consumer: FEATURE_ID,
    schedule: { interval: '1h' },
    params,
    tags: [],
    enabled: true,
    actions,
  };
  const answer = await kibana.ask('/api/alerting/rule', { method: 'POST', body });
  return createdSchema.parse(getBody(answer)).id;
};
