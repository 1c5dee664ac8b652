import { listRules } from '../../common/api/list_rules';
import { runRule } from '../../common/api/run_rule';
import type { Kibana } from './kibana';
import { until } from './until';

/** Task manager drops a request that meets the end of another run: then it is asked again. */
const ASK_AGAIN_MS = 20_000;

/** Has a rule of ours run beside its schedule, and waits until it has. */
export const runAgain = async (kibana: Kibana, id: string): Promise<void> => {
  const read = async () => {
    const { rules } = await kibana.call(listRules, {});
    const rule = rules.find((one) => one.id === id);
    if (rule?.kind !== 'present') throw new Error(`The rule ${id} is not there.`);
    return rule.lastRun?.startedAt;
  };
  const before = await read();
  let askedAt = -Infinity;
  await until(`a further run of ${id}`, 120, async () => {
    if (performance.now() - askedAt > ASK_AGAIN_MS) {
      await kibana.call(runRule, { params: { id } });
      askedAt = performance.now();
    }
    return (await read()) === before ? undefined : true;
  });
};
