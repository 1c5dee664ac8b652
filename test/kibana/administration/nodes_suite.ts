import { beforeAll, expect, test } from 'vitest';
import { addExceptions } from '../../../common/api/exceptions/add_exceptions';
import { removeException } from '../../../common/api/exceptions/remove_exception';
import { findAlerts } from '../../../common/api/find_alerts';
import { getAlertsOfEnabledRule, getSeedRule } from '../enabled_rule';
import type { Kibana } from '../kibana';

const MINUTES_2 = 120_000;
const COMMENT = 'added by a test through two nodes';
const ROUNDS = 5;

/** A second node of the same Kibana, with the same Elasticsearch and the same keys. */
export const nodesSuite = (node: Kibana, first: Kibana): void => {
  beforeAll(() => getAlertsOfEnabledRule(first), MINUTES_2);

  test('both nodes list the same alerts', async () => {
    const [here, there] = await Promise.all(
      [first, node].map((kibana) => kibana.call(findAlerts, { body: { perPage: 100 } }))
    );
    const toIds = (page: typeof here) => page?.alerts.map(({ id }) => id).sort();
    expect(toIds(here)?.length).toBeGreaterThan(0);
    expect(toIds(there)).toEqual(toIds(here));
  });

  test(
    'exceptions that are added through both at the same moment are all kept',
    async () => {
      const { id } = await getSeedRule(first);
      const draft = { query: 'process where process.name == "nobody"', comment: COMMENT };
      const listOwn = async () => {
        const rule = await getSeedRule(node);
        const all = rule.kind === 'present' ? (rule.params.exceptions ?? []) : [];
        return all.filter(({ comment }) => comment === COMMENT);
      };
      for (let round = 1; round <= ROUNDS; round++) {
        await Promise.all(
          [first, node].map((kibana) =>
            kibana.call(addExceptions, { params: { id }, body: { exceptions: [draft] } })
          )
        );
        expect(await listOwn()).toHaveLength(2 * round);
      }
      for (const exception of await listOwn()) {
        const body = { exceptionId: exception.id };
        await first.call(removeException, { params: { id }, body });
      }
      expect(await listOwn()).toEqual([]);
    },
    MINUTES_2
  );
};
