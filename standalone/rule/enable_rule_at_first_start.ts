import type { Server } from '@hapi/hapi';
import { setRuleEnabled } from '../../common/api/set_rule_enabled';
import type { RuleStore } from '../kibana/alerting/stored_rule';

/** Presses the page's own button where no rule exists yet; a rule that somebody has switched off stays off. */
export const enableRuleAtFirstStart = async (server: Server, rules: RuleStore): Promise<void> => {
  if (rules.list().length > 0) return;
  const response = await server.inject({
    method: setRuleEnabled.method,
    url: setRuleEnabled.path,
    headers: { host: `127.0.0.1:${server.info.port}`, 'kbn-xsrf': 'first-start' },
    payload: { enabled: true },
  });
  if (response.statusCode !== 200) {
    throw new Error(`The rule can not be created: ${response.payload}`);
  }
};
