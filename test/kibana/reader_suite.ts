import { expect, test } from 'vitest';
import { changeTriage } from '../../common/api/triage/change_triage';
import { findAlerts } from '../../common/api/find_alerts';
import { listRules } from '../../common/api/list_rules';
import { setAlertStatus } from '../../common/api/set_alert_status';
import { setRuleEnabled } from '../../common/api/set_rule_enabled';
import { setRuleParams } from '../../common/api/set_rule_params';
import type { Kibana } from './kibana';

/** What a user with nothing but the feature's Read is answered. */
export const readerSuite = (kibana: Kibana): void => {
  const ask = async (path: string): Promise<number> => {
    const filled = path.replace('{id}', '0b5a4ab8-91ab-4a0c-8e6e-9c1f1f4d0000');
    return (await kibana.ask(filled, { method: 'POST', body: {} })).status;
  };

  test('a reader sees alerts and rules', async () => {
    expect((await kibana.call(findAlerts, { body: {} })).alerts).toBeInstanceOf(Array);
    expect((await kibana.call(listRules, {})).rules.length).toBeGreaterThan(1);
  });

  test.each([setRuleEnabled, setRuleParams, setAlertStatus, changeTriage])(
    'a reader changes nothing: $path is forbidden',
    async ({ path }) => {
      expect(await ask(path)).toBe(403);
    }
  );

  test('the page says so instead of showing what would be refused', async () => {
    const { status, body } = await kibana.ask('/api/core/capabilities', {
      method: 'POST',
      body: { applications: [] },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ webServerRce: { show: true, save: false } });
  });
};
