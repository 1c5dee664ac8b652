import { i18n } from '@kbn/i18n';
import { useMemo } from 'react';
import type { Alert } from '../../common/alert/alert';
import { OWN_QUERIES } from '../../common/guide/own_queries';
import { toTreeFacts } from '../../common/guide/tree_facts';
import { fillPlaceholders } from '../../common/osquery/fill_placeholders';
import { useStory } from '../story/use_story';
import type { QueryPart } from './query_part';

/** A query of this product, filled for one alert. */
export interface FilledOwnQuery {
  readonly id: string;
  /** Id of the guide's step it belongs to. */
  readonly step: string;
  readonly part: QueryPart;
  /** How a rule asks it as evidence: of the alert's own process, because the tree is not known then. */
  readonly evidenceSql: string;
  readonly reading: string;
}

/** Queries of our own, filled from the alert and the processes of its tree; undefined until those are known or can't be. */
export const useOwnQueries = (alert: Alert): readonly FilledOwnQuery[] | undefined => {
  const { data: story, isLoading } = useStory(alert.id);
  return useMemo(() => {
    if (isLoading) return undefined;
    const facts = toTreeFacts(alert.event, story);
    const factsOfEvidence = toTreeFacts(alert.event, undefined);
    return OWN_QUERIES.map(({ id, step, label, reading, template }) => ({
      id,
      step,
      part: {
        kind: 'query',
        label: label(i18n.translate),
        template,
        filled: fillPlaceholders(template, facts),
      },
      evidenceSql: fillPlaceholders(template, factsOfEvidence).sql,
      reading: reading(i18n.translate),
    }));
  }, [alert.event, story, isLoading]);
};
