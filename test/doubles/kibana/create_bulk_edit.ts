import type { Rule, RulesClient } from '@kbn/alerting-plugin/server';

interface Rules<Stored extends Rule> {
  list(): Iterable<Stored>;
  find(id: string): Stored | undefined;
  put(rule: Stored): void;
  /** @throws what the rule's type says against its parameters */
  validate(rule: Stored, params: Record<string, unknown>): void;
  /** Newer Kibanas hand a modifier the whole rule. */
  readonly givesRule: boolean;
  /** The search of an Elasticsearch that takes ids apart into words finds every rule. */
  readonly findsAll?: boolean;
}

/** The first and alerting's three others. */
const MOST_ATTEMPTS = 4;

const later = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Alerting's edit: reads, modifies, and writes only where nobody wrote in between; else it begins again, and gives up in the end. */
export const createBulkEdit = <Stored extends Rule>(
  rules: Rules<Stored>
): RulesClient['bulkEdit'] => {
  const edit: RulesClient['bulkEdit'] = async ({ filter, operations, paramsModifier }) => {
    const errors: Array<{ message: string; rule: { id: string } }> = [];
    const found = [...rules.list()]
      .map(({ id }) => id)
      .filter((id) => rules.findsAll === true || filter === `alert.id: "alert:${id}"`);
    for (const id of found) {
      try {
        for (let attempt = 1; ; attempt++) {
          const rule = rules.find(id);
          if (!rule) break;
          await later();
          const { params } = rule;
          const given = rules.givesRule ? { ...rule, id, params } : params;
          const { modifiedParams } = await paramsModifier(given);
          rules.validate(rule, modifiedParams);
          await later();
          if (rules.find(id) === rule) {
            const schedule = operations[0]?.value ?? rule.schedule;
            rules.put({ ...rule, params: modifiedParams, schedule });
            break;
          }
          if (attempt === MOST_ATTEMPTS) throw new Error(`Saved object [alert/${id}] conflict`);
        }
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        errors.push({ message, rule: { id } });
      }
    }
    return { errors, total: found.length };
  };
  return edit;
};
