import type { estypes } from '@elastic/elasticsearch';
import type { AlertsClient } from '@kbn/rule-registry-plugin/server';
import type { SearchHit } from '@kbn/core/server';
import type { AlertQuery } from '../../common/api/find_alerts';
import { toHistogramAnswer, toHistogramParts } from '../../common/alert/histogram';
import { fromAlertDocument, toAlertFacts } from '../../common/alert/from_alert_document';
import { LISTED_FIELDS, toListedAlert } from '../../common/alert/listed_alert';
import { ALERT_FIELD, type AlertDocument } from '../../common/alert/alert_document';
import { findText } from '../../common/event/get_values';
import { DomainError } from '../../common/errors/domain_error';
import { findRefusalStatus } from '../find_refusal_status';
import { MOST_SUMMARIZED, type AlertStore } from '../ports/alert_store';
import { ALERTS_INDEX, CHECKED_FIELDS } from './alerts_index';
import {
  LISTED_ROWS,
  toAlertFilter,
  toAlertSort,
  toCountAggregations,
  toFacetAggregations,
} from './alert_query_dsl';
import { fromCountAggregations } from './aggregations/from_count_aggregations';
import { fromGroupAggregations } from './aggregations/from_group_aggregations';
import { GROUP_AGGREGATIONS } from './aggregations/group_aggregations';
import { fromFacetAggregations } from './aggregations/from_facet_aggregations';
import { fromSummaryAggregations } from './aggregations/from_summary_aggregations';
import { SUMMARY_AGGREGATIONS, toPartAggregations } from './aggregations/summary_aggregations';
import { toElasticReason } from './to_elastic_reason';

/** Elasticsearch's default `index.max_result_window`: most hits of one search. */
const MOST_HITS = 10_000;

const SUMMARIZED_FIELDS = [
  ALERT_FIELD.rowId,
  ALERT_FIELD.raisedAt,
  ALERT_FIELD.eventTime,
  ALERT_FIELD.status,
];

/** Alerts through Kibana's alert client, which adds space and privileges of the caller to every query. */
export const createRacAlertStore = (client: AlertsClient): AlertStore => {
  const search = async (params: Omit<Parameters<AlertsClient['find']>[0], 'index'>) =>
    client.find({ index: ALERTS_INDEX, ...params }).catch(throwUnavailable);
  const searchIds = async (ids: readonly string[]) =>
    (await search({ query: { ids: { values: [...ids] } }, size: ids.length })).hits.hits;

  const searchRows = async (
    rowIds: readonly string[],
    filter: readonly estypes.QueryDslQueryContainer[] = []
  ) => {
    const query = {
      bool: { filter: [{ terms: { [ALERT_FIELD.rowId]: [...rowIds] } }, ...filter] },
    };
    return (await search({ query, size: MOST_HITS })).hits.hits;
  };

  /** Sort values of the last of the first `count` hits, or undefined where there are fewer. The client takes no offset. */
  const findSortValues = async (
    query: AlertQuery,
    count: number
  ): Promise<estypes.SortResults | undefined> => {
    let after: estypes.SortResults | undefined;
    for (let left = count; left > 0; left -= MOST_HITS) {
      const { hits } = await search({
        query: toAlertFilter(query),
        sort: toAlertSort(query),
        size: Math.min(left, MOST_HITS),
        _source: false,
        ...(after && { search_after: after }),
      });
      if (hits.hits.length < Math.min(left, MOST_HITS)) return undefined;
      after = hits.hits.at(-1)?.sort;
    }
    return after;
  };

  return {
    async find(query) {
      const after = await findSortValues(query, query.page * query.perPage);
      const isPastEnd = query.page > 0 && after === undefined;
      const [page, facets] = await Promise.all([
        search({
          query: toAlertFilter(query),
          sort: toAlertSort(query),
          size: isPastEnd ? 0 : query.perPage,
          track_total_hits: true,
          _source: [...LISTED_FIELDS, ...CHECKED_FIELDS],
          ...(after && { search_after: after }),
        }),
        search({ query: { match_all: {} }, size: 0, aggs: toFacetAggregations(query) }),
      ]);
      return {
        alerts: page.hits.hits.map((hit) => toListedAlert(toDocument(hit))),
        total: toCount(page.hits.total),
        ...fromFacetAggregations(facets.aggregations ?? {}),
      };
    },

    async summarize(filter) {
      const query = toAlertFilter(filter);
      const { hits, aggregations } = await search({
        query,
        size: MOST_SUMMARIZED,
        sort: [{ [ALERT_FIELD.eventTime]: { order: 'desc', unmapped_type: 'date' } }],
        _source: [...SUMMARIZED_FIELDS, ...CHECKED_FIELDS],
        aggs: SUMMARY_AGGREGATIONS,
      });
      const { hosts, first, last } = fromSummaryAggregations(aggregations ?? {});
      const parts = first === undefined ? [] : toHistogramParts(first, last ?? first);
      if (parts.length === 0) return { hosts, histogram: undefined, newest: [] };
      const counted = await search({ query, size: 0, aggs: toPartAggregations(parts) });
      const counts = fromCountAggregations(counted.aggregations ?? {}, parts.length);
      return {
        hosts,
        histogram: toHistogramAnswer(parts, counts),
        newest: hits.hits.map((hit) => toAlertFacts(toDocument(hit))),
      };
    },

    async group(filter, by) {
      const { hits, aggregations } = await search({
        query: toAlertFilter(filter),
        size: 0,
        track_total_hits: true,
        aggs: GROUP_AGGREGATIONS[by],
      });
      const total = toCount(hits.total);
      return { total, ...fromGroupAggregations(aggregations ?? {}, by, total) };
    },

    async count(filters) {
      const aggs = toCountAggregations(filters);
      const { aggregations } = await search({ query: { match_all: {} }, size: 0, aggs });
      return fromCountAggregations(aggregations ?? {}, filters.length);
    },

    async findById(id) {
      const [asked] = await searchIds([id]);
      const rowId = asked && findRowId(asked);
      const [leader] = rowId === undefined ? [] : await searchRows([rowId], [LISTED_ROWS]);
      const hit = leader ?? asked;
      return hit && { ...fromAlertDocument(toDocument(hit)), storedIn: hit._index };
    },

    async listNewest({ ruleUuid, from, size }) {
      const { hits } = await search({
        query: {
          bool: {
            filter: [
              { term: { [ALERT_FIELD.ruleUuid]: ruleUuid } },
              { range: { [ALERT_FIELD.eventTime]: { gte: from } } },
            ],
          },
        },
        sort: [{ [ALERT_FIELD.eventTime]: { order: 'desc', unmapped_type: 'date' } }],
        size,
      });
      return hits.hits.map((hit) => fromAlertDocument(toDocument(hit)));
    },

    async setStatus(ids, status) {
      const asked = await searchIds(ids);
      const rowIds = [...new Set(asked.flatMap((hit) => findRowId(hit) ?? []))];
      const members = rowIds.length > 0 ? await searchRows(rowIds) : [];
      const byIndex = new Map<string, Set<string>>();
      for (const { _index, _id } of [...asked, ...members]) {
        byIndex.set(_index, (byIndex.get(_index) ?? new Set()).add(_id));
      }
      const refused = new Set<string>();
      // An alias over several indices can't be asked for ids, so each index is asked for its own.
      for (const [index, indexIds] of byIndex) {
        const { items } = await client
          .bulkUpdate({ index, ids: [...indexIds], status })
          .catch(throwUnavailable);
        for (const { update } of items) if (update.error) refused.add(update._id);
      }
      return asked
        .filter(({ _id }) => !refused.has(_id))
        .map((hit) => ({ id: hit._id, rowId: findRowId(hit) ?? hit._id }));
    },
  };
};

/** A refusal goes on as it is: the route says what the caller lacks. */
const throwUnavailable = (error: unknown): never => {
  if (findRefusalStatus(error) === 403) throw error;
  throw new DomainError(
    'alert_store_unavailable',
    { reason: toElasticReason(error) },
    { cause: error }
  );
};

const toCount = (total: number | { readonly value: number } | undefined): number =>
  typeof total === 'object' ? total.value : (total ?? 0);

const findRowId = ({ _source }: SearchHit): string | undefined =>
  _source && findText(_source, ALERT_FIELD.rowId);

const toDocument = ({ _id, _source }: SearchHit): AlertDocument => ({
  [ALERT_FIELD.uuid]: _id,
  ..._source,
});
