import { expect, test } from 'vitest';
import { ALERT_FIELD } from '../../common/alert/alert_document';
import type { NewAlert } from '../../common/alert/to_alert';
import type { AlertWriter } from '../../server/ports/alert_writer';

/** One rule in one store: each run has a writer of its own, and alerting stores what it took when the run is over. */
export interface WritingRule {
  startRun(): { readonly writer: AlertWriter; end(): Promise<void> };
}

/** More ids than Elasticsearch looks up at a time. */
const MANY = 10_001;

const toNewAlert = (instanceId: string): NewAlert => ({
  instanceId,
  payload: { 'kibana.alert.reason': `reason of ${instanceId}` },
});

/**
 * What every alert writer must do.
 * @param createRule gives a rule that has stored nothing yet; the other it names shares its store
 */
export const alertWriterContract = (
  createRule: () => Promise<{ readonly rule: WritingRule; readonly ruleId: string }>
): void => {
  const report = async (rule: WritingRule, ids: readonly string[]): Promise<void> => {
    const { writer, end } = rule.startRun();
    for (const id of ids) writer.report(toNewAlert(id));
    await end();
  };

  test('has stored nothing before the first run', async () => {
    const { rule, ruleId } = await createRule();
    const { writer, end } = rule.startRun();
    expect(await writer.findStoredIds([`${ruleId}:i:1`])).toEqual(new Set());
    expect(await writer.findStoredIds([])).toEqual(new Set());
    await end();
  });

  test('knows after a run, and after later ones, what was stored, and of what is asked alone', async () => {
    const { rule, ruleId } = await createRule();
    const [one, two, three] = ['1', '2', '3'].map((id) => `${ruleId}:i:${id}`) as [
      string,
      string,
      string,
    ];
    await report(rule, [one, two]);
    await report(rule, [three]);
    const { writer, end } = rule.startRun();
    expect(await writer.findStoredIds([one, `${ruleId}:i:other`, three])).toEqual(
      new Set([one, three])
    );
    await end();
  });

  test('writes what an alert has become without a further one, and nothing where nothing grew', async () => {
    const { rule, ruleId } = await createRule();
    const id = `${ruleId}:i:1`;
    await report(rule, [id]);
    const { writer, end } = rule.startRun();
    await writer.grow([{ instanceId: id, payload: { 'kibana.alert.reason': 'It grew.' } }]);
    await writer.grow([]);
    await end();
    const next = rule.startRun();
    expect(await next.writer.findStoredIds([id])).toEqual(new Set([id]));
    await next.end();
  });

  test('gives stored alerts of these ids back, as far as a request is looked for by', async () => {
    const { rule, ruleId } = await createRule();
    const [one, two] = [`${ruleId}:i:1`, `${ruleId}:i:2`];
    const event = { host: { name: 'web-1' }, process: { args: ['sh', '-c', 'id'] } };
    const { writer, end } = rule.startRun();
    writer.report({ instanceId: one, payload: { ...event, source: { ip: '203.0.113.9' } } });
    writer.report({ instanceId: two, payload: event });
    await end();
    const next = rule.startRun();
    const found = await next.writer.findStored([one, `${ruleId}:i:other`]);
    expect(found).toMatchObject([
      { [ALERT_FIELD.instanceId]: one, ...event, source: { ip: '203.0.113.9' } },
    ]);
    expect(await next.writer.findStored([])).toEqual([]);
    await next.end();
  });

  test('says of a run that is not over whether its alerts can be lost yet', async () => {
    const { rule, ruleId } = await createRule();
    const { writer, end } = rule.startRun();
    writer.report(toNewAlert(`${ruleId}:i:1`));
    expect(await writer.findStoredIds([`${ruleId}:i:1`])).toEqual(new Set());
    await end();
    expect(typeof writer.storesAfterRun).toBe('boolean');
  });

  test('takes as many alerts of one run as it says', async () => {
    const { rule, ruleId } = await createRule();
    const { writer, end } = rule.startRun();
    expect(writer.mostAlerts).toBeGreaterThanOrEqual(100);
    const ids = Array.from({ length: writer.mostAlerts }, (_, at) => `${ruleId}:i:${at}`);
    for (const id of ids) writer.report(toNewAlert(id));
    await end();
    const next = rule.startRun();
    expect(await next.writer.findStoredIds(ids)).toEqual(new Set(ids));
    await next.end();
  });

  test('finds stored ids among however many', async () => {
    const { rule, ruleId } = await createRule();
    const ids = Array.from({ length: MANY }, (_, at) => `${ruleId}:i:${at}`);
    const stored = [ids[0], ids.at(-1)].map(String);
    await report(rule, stored);
    const { writer, end } = rule.startRun();
    expect(await writer.findStoredIds(ids)).toEqual(new Set(stored));
    await end();
  });
};
