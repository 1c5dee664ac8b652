import { i18n } from '@kbn/i18n';
import { ALERT_FIELD } from '../../common/alert/alert_document';
import type { EventSource } from '../../common/event/source_event';
import { findText } from '../../common/event/get_values';
import { HOST_QUERIES } from '../../common/guide/host_queries';
import type { OwnQuery } from '../../common/guide/own_query';
import { toTreeFacts } from '../../common/guide/tree_facts';
import { TREE_QUERIES } from '../../common/guide/tree_queries';
import { fillPlaceholders } from '../../common/osquery/fill_placeholders';
import { fillGuide } from '../../common/guide/fill_guide';
import { parseGuide } from '../../common/guide/parse_guide';
import type { EvidenceQuery, EvidenceRequest } from '../ports/evidence_taker';

/** An alert that was just raised, and the document that it will be. */
export interface AlertToProve {
  readonly alertId: string;
  readonly document: EventSource;
}

/** Alerts that share one taking of evidence, and queries that a host is asked for them. */
export const MOST_ALERTS_PROVED = 100;
const MOST_QUERIES = 40;

/**
 * The queries of the alerts' own guides and this product's, each once, what is gone soonest first; undefined where there
 * is none that can be run.
 */
export const toEvidenceRequest = (
  spaceId: string,
  agentId: string,
  alerts: readonly AlertToProve[]
): EvidenceRequest | undefined => {
  const [first] = alerts;
  const queries = new Map<string, EvidenceQuery>();
  for (const { document } of alerts) {
    if (queries.size >= MOST_QUERIES) break;
    for (const query of listQueries(document)) queries.set(query.sql, query);
  }
  if (first === undefined || queries.size === 0) return undefined;
  return {
    spaceId,
    agentId,
    hostName: findText(first.document, 'host.name'),
    alertIds: alerts.map(({ alertId }) => alertId).slice(0, MOST_ALERTS_PROVED),
    queries: [...queries.values()].slice(0, MOST_QUERIES),
  };
};

const listQueries = (document: EventSource): EvidenceQuery[] => [
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
