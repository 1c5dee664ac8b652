import { expect, it } from 'vitest';
import type { PresentRule, RuleStatus } from '../../common/api/rule_status';
import { ENABLED_RULE } from '../../test/browser_app/sample_alerts';
import { findRuleChecks } from './find_rule_checks';

const NOW = new Date('2026-11-24T03:00:00.000Z');

const ABSENT: RuleStatus = { kind: 'absent', id: 'x', ruleId: 'extended' };

const toStates = (...rules: RuleStatus[]): unknown =>
  Object.fromEntries(findRuleChecks(rules, NOW).map(({ id, state }) => [id, state]));

const ranAt = (startedAt: string, outcome: 'succeeded' | 'warning' | 'failed'): PresentRule => ({
  ...ENABLED_RULE,
  lastRun: { startedAt, outcome, messages: [] },
});

it('tells rules that are off, and names them', () => {
  expect(toStates(ENABLED_RULE)).toEqual({ rule_on: 'good', run_fresh: 'good' });
  expect(toStates(ENABLED_RULE, ABSENT)).toMatchObject({ rule_on: 'doubtful' });
  expect(toStates({ ...ENABLED_RULE, enabled: false }, ABSENT)).toEqual({ rule_on: 'bad' });
  expect(findRuleChecks([ENABLED_RULE, ABSENT], NOW)[0]?.seen).toEqual(['extended']);
  expect(findRuleChecks([ENABLED_RULE], NOW)[0]?.seen).toEqual([]);
  const off = { ...ENABLED_RULE, enabled: false };
  expect(findRuleChecks([ENABLED_RULE, off], NOW)[0]?.seen).toEqual([ENABLED_RULE.ruleId]);
  // Somebody's copy that is off is what he wants.
  expect(findRuleChecks([ENABLED_RULE, { ...off, isCopy: true }], NOW)[0]?.seen).toEqual([]);
});

it('tells runs that failed, warned, are overdue or never were', () => {
  expect(toStates(ranAt('2026-11-24T02:59:00.000Z', 'failed'))).toMatchObject({ run_fresh: 'bad' });
  expect(toStates(ranAt('2026-11-24T02:59:00.000Z', 'warning'))).toMatchObject({
    run_fresh: 'doubtful',
  });
  expect(toStates(ranAt('2026-11-24T02:44:59.000Z', 'succeeded'))).toMatchObject({
    run_fresh: 'bad',
  });
  expect(toStates(ranAt('2026-11-24T02:45:00.000Z', 'succeeded'))).toMatchObject({
    run_fresh: 'good',
  });
  const ofTwo = findRuleChecks(
    [ranAt('2026-11-24T02:00:00.000Z', 'failed'), ranAt('2026-11-24T02:59:00.000Z', 'succeeded')],
    NOW
  );
  expect(ofTwo[1]?.seen).toEqual([ENABLED_RULE.ruleId]);
  const { lastRun: _none, ...never } = ENABLED_RULE;
  expect(toStates(never)).toMatchObject({ run_fresh: 'bad' });
});
