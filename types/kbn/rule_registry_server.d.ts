/** The slice of `@kbn/rule-registry-plugin/server` this plugin calls: alerts under the caller's own rights. Holds for Kibana 8.12.2. */
declare module '@kbn/rule-registry-plugin/server' {
  import type { estypes } from '@elastic/elasticsearch';
  import type { KibanaRequest, SearchHit } from '@kbn/core/server';

  export interface AlertsClient {
    find(params: {
      index: string;
      query: estypes.QueryDslQueryContainer;
      size: number;
      sort?: estypes.SortCombinations[];
      search_after?: estypes.SortResults;
      track_total_hits?: boolean;
      aggs?: Record<string, estypes.AggregationsAggregationContainer>;
      _source?: false | string[];
    }): Promise<{
      hits: { total?: number | { value: number }; hits: SearchHit[] };
      aggregations?: Record<string, unknown>;
    }>;
    /** All ids must live in `index`, which must be a single concrete index. A document that refuses does not throw. */
    bulkUpdate(params: {
      ids: string[];
      index: string;
      status: string;
    }): Promise<{ items: Array<{ update: { _id: string; error?: unknown } }> }>;
  }

  export interface RuleRegistryPluginStart {
    getRacClientWithRequest(request: KibanaRequest): Promise<AlertsClient>;
  }
}
