import { NO_EVIDENCE } from '../../test/doubles/no_evidence';
import { describe, expect, it } from 'vitest';
import { toShippedParams } from '../../common/rule/rule_params';
import { DomainError } from '../../common/errors/domain_error';
import { createMemoryAdapters } from '../../test/doubles/memory_adapters';
import { createRuleRun } from '../../test/doubles/rule_run';
import { createRuleType } from './rule_type';
import { webServerRule } from '../../common/rule/web_server_rule';

const { adapters } = createMemoryAdapters([]);

describe('the rule type', () => {
  it('writes its alerts, and keeps them open until an analyst closes them', () => {
    const { alerts, autoRecoverAlerts } = createRuleType({
      adapters,
      evidence: NO_EVIDENCE,
      locale: 'en',
      now: () => new Date(0),
    });
    expect(alerts).toMatchObject({ context: 'webserver-rce', shouldWrite: true, useEcs: true });
    expect(autoRecoverAlerts).toBe(false);
  });

  it('takes the shipped parameters and names what is wrong with others', () => {
    const { validate } = createRuleType({
      adapters,
      evidence: NO_EVIDENCE,
      locale: 'en',
      now: () => new Date(0),
    });
    expect(validate.params.validate(toShippedParams(webServerRule))).toEqual(
      toShippedParams(webServerRule)
    );
    expect(() =>
      validate.params.validate({ ...toShippedParams(webServerRule), lookBack: 'soon' })
    ).toThrow(/lookBack/);
  });

  it('fails a run with a sentence, not with a code', async () => {
    const failing = {
      ...adapters,
      createEventReader: () => ({
        search: () =>
          Promise.reject(new DomainError('event_search_failed', { reason: 'no such index' })),
      }),
    };
    const { run } = createRuleRun({ startedAt: '2026-11-24T12:00:00.000Z' });
    await expect(
      createRuleType({
        adapters: failing,
        evidence: NO_EVIDENCE,
        locale: 'en',
        now: () => new Date(0),
      }).executor(run)
    ).rejects.toThrow('The EQL search for events failed: no such index. Check');
  });
});
