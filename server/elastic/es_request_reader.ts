import type { estypes } from '@elastic/elasticsearch';
import type { ElasticsearchClient } from '@kbn/core/server';
import { findDocumentRequest } from '../../common/request/find_document_request';
import type { RequestReader, RequestSearch } from '../ports/request_reader';
import { toElasticReason } from './to_elastic_reason';

/** Where Elastic's integrations and Filebeat's modules put the access logs of web servers. */
const ACCESS_LOGS = [
  'logs-nginx.access-*',
  'logs-apache.access-*',
  'logs-apache_tomcat.access-*',
  'logs-traefik.access-*',
  'filebeat-*',
];

/** Asks the access logs that are kept in Elasticsearch, as the user whose client it is. */
export const createEsRequestReader = (client: ElasticsearchClient): RequestReader => ({
  async find(search) {
    try {
      const { hits } = await client.search(toSearchBody(search), { signal: search.signal });
      const requests = hits.hits
        .map(({ _source }) => findDocumentRequest(_source))
        .filter((request) => request !== undefined);
      const isCut = hits.hits.length > search.size;
      return { requests: requests.slice(0, search.size), isCut, logs: ACCESS_LOGS, unread: [] };
    } catch (error) {
      // The story stands without its request: why there is none is said in its place.
      const unread = [{ log: ACCESS_LOGS.join(', '), reason: toElasticReason(error) }];
      return { requests: [], isCut: false, logs: ACCESS_LOGS, unread };
    }
  },
});

const toSearchBody = ({ hostName, from, to, size }: RequestSearch): estypes.SearchRequest => ({
  index: ACCESS_LOGS,
  allow_no_indices: true,
  ignore_unavailable: true,
  // One more than is given, so that what is left out shows.
  size: size + 1,
  track_total_hits: false,
  sort: [{ '@timestamp': { order: 'asc', unmapped_type: 'date' } }],
  query: {
    bool: {
      filter: [
        { range: { '@timestamp': { gte: from, lte: to, format: 'strict_date_optional_time' } } },
        ...(hostName === undefined
          ? []
          : [isAnyOf({ 'host.name': hostName }, { 'host.hostname': hostName })]),
        {
          bool: {
            should: ['url.original', 'url.path'].map((field) => ({ exists: { field } })),
            minimum_should_match: 1,
          },
        },
      ],
    },
  },
});

const isAnyOf = (
  ...terms: readonly Readonly<Record<string, string>>[]
): estypes.QueryDslQueryContainer => ({
  bool: { should: terms.map((term) => ({ term })), minimum_should_match: 1 },
});
