import type { HttpFetchOptions, HttpSetup } from '@kbn/core/public';
import type { AskedQuery } from '../../contracts/looks.contract';

const FILTER =
  /^\(queries\.query: ("(?:[^"\\]|\\.)*") and agents: ("(?:[^"\\]|\\.)*") and @timestamp >= "(.*)" and @timestamp <= "(.*)"\)$/;

/**
 * Osquery's list of live queries and their rows as Kibana 8.12 answers them: `queries.query` is analysed text, so a phrase is also
 * found in longer SQL; what was sent to several agents has the rows of all; hits have their values in `fields`.
 */
export const createOsqueryList = (asked: readonly AskedQuery[]): HttpSetup => {
  const find = (kuery: string): readonly (readonly [number, AskedQuery])[] => {
    const found = FILTER.exec(kuery);
    if (!found) throw new Error(`KQL that nobody tried: ${kuery}`);
    const [, sql = '', agent = '', from = '', to = ''] = found;
    return [...asked.entries()]
      .filter(([, { sql: other }]) => toWords(other).includes(toWords(String(JSON.parse(sql)))))
      .filter(([, { agentId }]) => agentId === JSON.parse(agent))
      .filter(([, { at }]) => at >= Date.parse(from) && at <= Date.parse(to))
      .sort(([, one], [, other]) => other.at - one.at);
  };
  const answer = (path: string, query: HttpFetchOptions['query']): unknown => {
    const [, place] = /^\/api\/osquery\/live_queries\/(\d+)\/results\/\d+$/.exec(path) ?? [];
    if (place === undefined) {
      const items = find(String(query?.['kuery'])).map(([index, { sql, at, agentId }]) => ({
        _source: { queries: [{ action_id: String(index), query: sql, agents: [agentId] }] },
        fields: { action_id: [String(index)], '@timestamp': [new Date(at).toISOString()] },
      }));
      return { data: { items: items.slice(0, Number(query?.['pageSize'])), total: items.length } };
    }
    const { rows = [], agentId = '' } = asked[Number(place)] ?? {};
    const toEdge = (row: Readonly<Record<string, string>>, agent: string): unknown => ({
      fields: {
        'elastic_agent.id': [agent],
        ...Object.fromEntries(
          Object.entries(row).map(([name, value]) => [`osquery.${name}`, [value]])
        ),
      },
    });
    const edges = [
      ...rows.map((row) => toEdge(row, agentId)),
      toEdge({ protocol: '6', address: '0.0.0.0', port: '9' }, 'another-agent-it-was-sent-to'),
    ];
    return { data: { edges, total: edges.length } };
  };
  return {
    fetch: async <T>(path: string, { query, signal }: HttpFetchOptions = {}): Promise<T> => {
      await new Promise((resolve) => setImmediate(resolve));
      signal?.throwIfAborted();
      return answer(path, query) as T;
    },
  };
};

/** As Elasticsearch's standard analyser makes them. */
const toWords = (text: string): string => ` ${text.toLowerCase().match(/\w+/g)?.join(' ')} `;
