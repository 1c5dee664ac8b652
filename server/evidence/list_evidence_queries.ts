import { i18n } from '@kbn/i18n';
import { ALERT_FIELD } from '../../common/alert/alert_document';
import type { EventSource } from '../../common/event/source_event';
import { fillGuide } from '../../common/guide/fill_guide';
import { HOST_QUERIES } from '../../common/guide/host_queries';
import type { OwnQuery } from '../../common/guide/own_query';
import { parseGuide } from '../../common/guide/parse_guide';
import { toTreeFacts } from '../../common/guide/tree_facts';
import { TREE_QUERIES } from '../../common/guide/tree_queries';
import { fillPlaceholders } from '../../common/osquery/fill_placeholders';
import type { EvidenceQuery } from '../ports/evidence_taker';

/** The queries of the alert's own guide and this product's that can be run, what is gone soonest first. */
export const listEvidenceQueries = (document: EventSource): EvidenceQuery[] => [
  ...fillOwn(TREE_QUERIES, document),
  ...listGuideQueries(document),
  ...fillOwn(HOST_QUERIES, document),
];

const listGuideQueries = (document: EventSource): EvidenceQuery[] =>
  fillGuide(parseGuide(String(document[ALERT_FIELD.note] ?? '')), document).flatMap((part) =>
    part.kind === 'query' && part.filled.kind === 'ready'
      ? [
          {
            label: part.label,
            sql: part.filled.sql,
            ...(part.ecsMapping && { ecsMapping: part.ecsMapping }),
          },
        ]
      : []
  );

/** The story of the alert is not known yet: of its tree only its own process is. */
const fillOwn = (queries: readonly OwnQuery[], document: EventSource): EvidenceQuery[] => {
  const facts = toTreeFacts(document, undefined);
  return queries.flatMap(({ label, template }) => {
    const filled = fillPlaceholders(template, facts);
    return filled.kind === 'ready' ? [{ label: label(i18n.translate), sql: filled.sql }] : [];
  });
};
