import type { AlertsClient } from '@kbn/rule-registry-plugin/server';
import type { SearchHit } from '@kbn/core/server';
import { fromAlertDocument } from '../../common/alert/from_alert_document';
import type { Alert } from '../../common/alert/alert';
import { ALERT_FIELD } from '../../common/alert/alert_document';
import { DomainError } from '../../common/errors/domain_error';
import type { AlertStore } from '../ports/alert_store';
import { ALERTS_INDEX } from './alerts_index';
import { toAlertFilter, toAlertSort, toFacetAggregations } from './alert_query_dsl';
import { fromFacetAggregations } from './from_facet_aggregations';

/** Alerts through Kibana's alert client, which adds space and privileges of the caller to every query. */
export const createRacAlertStore = (client: AlertsClient): AlertStore => {
  const search = async (params: Omit<Parameters<AlertsClient['find']>[0], 'index'>) =>
    client.find({ index: ALERTS_INDEX, ...params }).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      throw new DomainError('alert_store_unavailable', { reason }, { cause: error });
    });
  const searchIds = async (ids: readonly string[]) =>
    (await search({ query: { ids: { values: [...ids] } }, size: ids.length })).hits.hits;

  return {
    async find(query) {
      const skip = query.page * query.perPage;
      const filter = toAlertFilter(query);
      const sort = toAlertSort(query);
      // The client takes no offset, so the hits before the page are asked for by sort values only.
      const skipped =
        skip === 0 ? undefined : await search({ query: filter, sort, size: skip, _source: false });
      const after = skipped?.hits.hits.at(-1)?.sort;
      const isPastEnd = skipped !== undefined && skipped.hits.hits.length < skip;
      const [page, facets] = await Promise.all([
        search({
          query: filter,
          sort,
          size: isPastEnd ? 0 : query.perPage,
          track_total_hits: true,
          ...(after && !isPastEnd && { search_after: after }),
        }),
        search({ query: { match_all: {} }, size: 0, aggs: toFacetAggregations(query) }),
      ]);
      const total = page.hits.total ?? 0;
      return {
        alerts: page.hits.hits.map(toAlert),
        total: typeof total === 'number' ? total : total.value,
        ...fromFacetAggregations(facets.aggregations ?? {}),
      };
    },

    async findById(id) {
      const [hit] = await searchIds([id]);
      return hit && toAlert(hit);
    },

    async setStatus(ids, status) {
      const hits = await searchIds(ids);
      const byIndex = new Map<string, string[]>();
      for (const { _index, _id } of hits) {
        byIndex.set(_index, [...(byIndex.get(_index) ?? []), _id]);
      }
      // An alias over several indices can't be asked for ids, so each index is asked for its own.
      for (const [index, indexIds] of byIndex) {
        await client.bulkUpdate({ index, ids: indexIds, status }).catch((error: unknown) => {
          const reason = error instanceof Error ? error.message : String(error);
          throw new DomainError('alert_store_unavailable', { reason }, { cause: error });
        });
      }
      return hits.map(({ _id }) => _id);
    },
  };
};

const toAlert = ({ _id, _source }: SearchHit): Alert =>
  fromAlertDocument({ [ALERT_FIELD.uuid]: _id, ..._source });
