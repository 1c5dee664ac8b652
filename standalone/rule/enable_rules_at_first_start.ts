import type { Server } from '@hapi/hapi';
import { listRules } from '../../common/api/list_rules';
import { RULES } from '../../common/rule/rules';
import type { RuleList } from '../../common/api/rule_status';
import { setRuleEnabled } from '../../common/api/set_rule_enabled';

/**
 * Presses the page's own button for every rule that does not exist yet; a rule that somebody has switched off stays off.
 * @param token the host's own, without which no route answers
 * @param wanted ids of the shipped rules
 */
export const enableRulesAtFirstStart = async (
  server: Server,
  token: string,
  wanted: readonly string[] = RULES.map(({ id }) => id)
): Promise<void> => {
  const call = async (method: 'get' | 'post', url: string, payload?: object): Promise<RuleList> => {
    const headers = {
      host: `127.0.0.1:${server.info.port}`,
      'kbn-xsrf': 'first-start',
      authorization: `Bearer ${token}`,
    };
    const response = await server.inject({ method, url, headers, ...(payload && { payload }) });
    if (response.statusCode !== 200) {
      throw new Error(`The rules can not be created: ${response.payload}`);
    }
    return JSON.parse(response.payload) as RuleList;
  };
  const { rules } = await call(listRules.method, listRules.path);
  for (const { kind, id, ruleId } of rules) {
    if (kind === 'present' || !wanted.includes(ruleId)) continue;
    await call(setRuleEnabled.method, setRuleEnabled.path.replace('{id}', id), { enabled: true });
  }
};
