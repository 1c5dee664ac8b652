import { afterAll, beforeAll, expect, test } from 'vitest';
import { findAlerts } from '../../../common/api/find_alerts';
import { getAlert } from '../../../common/api/get_alert';
import { listRules } from '../../../common/api/list_rules';
import { setRuleEnabled } from '../../../common/api/set_rule_enabled';
import { getAlertsOfEnabledRule, getSeedRule } from '../enabled_rule';
import type { Kibana } from '../kibana';
import { getBody } from '../rule_copy';

const MINUTES_2 = 120_000;
const SPACE = { id: 'web-server-rce-test', name: 'A space of a test' };
const SPACE_PATH = `/api/spaces/space/${SPACE.id}`;

/** Two spaces with rules and alerts of their own. */
export const spacesSuite = (kibana: Kibana): void => {
  const there = kibana.inSpace(SPACE.id);
  beforeAll(async () => {
    await kibana.ask(SPACE_PATH, { method: 'DELETE' });
    getBody(await kibana.ask('/api/spaces/space', { method: 'POST', body: SPACE }));
    await getAlertsOfEnabledRule(kibana);
  }, MINUTES_2);
  // With the space go its rules.
  afterAll(async () => {
    await kibana.ask(SPACE_PATH, { method: 'DELETE' });
  });

  test('a new space has both rules, switched off, under ids of its own', async () => {
    const here = await kibana.call(listRules, {});
    const { rules } = await there.call(listRules, {});
    expect(rules.map(({ ruleId, kind }) => [ruleId, kind])).toEqual([
      ['seed', 'absent'],
      ['extended', 'absent'],
    ]);
    const ids = new Set(here.rules.map(({ id }) => id));
    expect(rules.filter(({ id }) => ids.has(id))).toEqual([]);
  });

  test(
    'its alerts are its own, and those of others are not there',
    async () => {
      const before = await kibana.call(findAlerts, { body: { perPage: 100 } });
      const [other] = before.alerts;
      expect(other).toBeDefined();
      const path = getAlert.path.replace('{id}', other?.id ?? '');
      expect(await there.ask(path, { method: 'GET' })).toMatchObject({ status: 404 });

      const page = await getAlertsOfEnabledRule(there);
      const known = new Set(before.alerts.map(({ id }) => id));
      expect(page.alerts.filter(({ id }) => known.has(id))).toEqual([]);
      const after = await kibana.call(findAlerts, { body: { perPage: 100 } });
      const theirs = new Set(page.alerts.map(({ id }) => id));
      expect(after.alerts.filter(({ id }) => theirs.has(id))).toEqual([]);
    },
    MINUTES_2
  );

  test('a rule that is switched off there goes on here', async () => {
    const { id } = await getSeedRule(there);
    await there.call(setRuleEnabled, { params: { id }, body: { enabled: false } });
    expect(await getSeedRule(there)).toMatchObject({ kind: 'present', enabled: false });
    expect(await getSeedRule(kibana)).toMatchObject({ kind: 'present', enabled: true });
  });
};
