import { i18n } from '@kbn/i18n';
import type { EventSource } from '../../common/event/source_event';
import { OWN_QUERIES } from '../../common/guide/own_queries';
import { toTreeFacts } from '../../common/guide/tree_facts';
import { fillPlaceholders } from '../../common/osquery/fill_placeholders';

/** The names of this product's queries, by the SQL that a rule asks as evidence, which knows no more than the alert's event. */
export const toOwnQueryLabels = (event: EventSource): ReadonlyMap<string, string> => {
  const facts = toTreeFacts(event, undefined);
  return new Map(
    OWN_QUERIES.flatMap(({ label, template }) => {
      const filled = fillPlaceholders(template, facts);
      return filled.kind === 'ready' ? [[filled.sql, label(i18n.translate)]] : [];
    })
  );
};
