import type { estypes } from '@elastic/elasticsearch';
import { ALERT_FIELD } from '../../common/alert/alert_document';
import type { AlertFilter, AlertQuery } from '../../common/api/find_alerts';
import { listSignIds, SIGN_KINDS } from '../../common/detection';
import { UNKNOWN_SOURCE } from '../../common/alert/request/source_address';
import { SEARCHED_FIELDS } from '../../common/alert/searched_fields';

/** What the client of 9.x declares may be undefined too. */
type Dsl = NonNullable<estypes.QueryDslQueryContainer>;
type Aggregations = Record<string, estypes.AggregationsAggregationContainer>;

const SIGN_ID = `${ALERT_FIELD.signs}.id`;

const SORT_FIELD: Record<AlertQuery['sortField'], string> = {
  eventTime: ALERT_FIELD.eventTime,
  raisedAt: ALERT_FIELD.raisedAt,
  host: 'host.name',
  user: 'user.name',
  process: 'process.name',
  // Severities sort by what they mean, not by their letters.
  severity: ALERT_FIELD.riskScore,
  riskScore: ALERT_FIELD.riskScore,
  status: ALERT_FIELD.status,
};

/** All but the alerts folded under another of their row. */
export const LISTED_ROWS: Dsl = {
  bool: { must_not: [{ term: { [ALERT_FIELD.rowFolded]: true } }] },
};

/** Alerts whose request is not known. */
export const OF_UNKNOWN_SOURCE: Dsl = {
  bool: { must_not: [{ exists: { field: 'source.ip' } }] },
};

/** Query DSL of an alert query, statuses included. */
export const toAlertFilter = (query: AlertFilter): Dsl => ({
  bool: {
    filter: [
      ...toContentFilters(query),
      ...(query.statuses.length > 0 ? [{ terms: { [ALERT_FIELD.status]: query.statuses } }] : []),
    ],
  },
});

/** The uuid breaks ties, so that paging neither repeats nor skips. */
export const toAlertSort = ({ sortField, sortOrder }: AlertQuery): estypes.SortCombinations[] => [
  { [SORT_FIELD[sortField]]: { order: sortOrder, missing: '_last', unmapped_type: 'keyword' } },
  { [ALERT_FIELD.uuid]: { order: 'asc', unmapped_type: 'keyword' } },
];

/** Statuses count what the rest of the query leaves; hosts and users count the time range, so a filter can be widened again. */
export const toFacetAggregations = (query: AlertQuery): Aggregations => ({
  statuses: {
    filter: { bool: { filter: toContentFilters(query) } },
    aggs: { values: { terms: { field: ALERT_FIELD.status, size: 10 } } },
  },
  inTimeRange: {
    filter: { bool: { filter: toTimeFilters(query) } },
    aggs: {
      hosts: { terms: { field: 'host.name', size: 50 } },
      users: { terms: { field: 'user.name', size: 50 } },
      servers: { terms: { field: 'process.parent.name', size: 50 } },
      sources: { terms: { field: 'source.ip', size: 50 } },
      ofUnknownSource: { filter: OF_UNKNOWN_SOURCE },
      signKinds: {
        filters: {
          filters: Object.fromEntries(
            SIGN_KINDS.map((kind) => [kind, { terms: { [SIGN_ID]: listSignIds(kind) } }])
          ),
        },
      },
    },
  },
});

/** One count a filter, named by its place. */
export const toCountAggregations = (filters: readonly AlertFilter[]): Aggregations =>
  Object.fromEntries(
    filters.map((filter, place) => [String(place), { filter: toAlertFilter(filter) }])
  );

const toContentFilters = (query: AlertFilter): Dsl[] => [
  ...toTimeFilters(query),
  ...(query.hosts.length > 0 ? [{ terms: { 'host.name': query.hosts } }] : []),
  ...(query.users.length > 0 ? [{ terms: { 'user.name': query.users } }] : []),
  ...(query.servers.length > 0 ? [{ terms: { 'process.parent.name': query.servers } }] : []),
  ...(query.sources.length > 0 ? [toSourceFilter(query.sources)] : []),
  ...(query.signKinds.length > 0
    ? [{ terms: { [SIGN_ID]: query.signKinds.flatMap(listSignIds) } }]
    : []),
  ...(query.rowIds === undefined ? [] : [toRowFilter(query.rowIds)]),
  ...query.search.split(/\s+/).filter(Boolean).map(toWordFilter),
];

/** Elasticsearch takes nothing but addresses where it looks for one. */
const toSourceFilter = (sources: readonly string[]): Dsl => {
  const addresses = sources.filter((source) => source !== UNKNOWN_SOURCE);
  return {
    bool: {
      minimum_should_match: 1,
      should: [
        { terms: { 'source.ip': addresses } },
        ...(addresses.length < sources.length ? [OF_UNKNOWN_SOURCE] : []),
      ],
    },
  };
};

/** An alert stored before there were rows is one by itself. */
const toRowFilter = (rowIds: string[]): Dsl => ({
  bool: {
    minimum_should_match: 1,
    should: [{ terms: { [ALERT_FIELD.rowId]: rowIds } }, { terms: { [ALERT_FIELD.uuid]: rowIds } }],
  },
});

const toTimeFilters = ({ from, to }: AlertFilter): Dsl[] =>
  from === undefined && to === undefined
    ? [LISTED_ROWS]
    : [
        LISTED_ROWS,
        {
          range: {
            [ALERT_FIELD.eventTime]: {
              ...(from !== undefined && { gte: from }),
              ...(to !== undefined && { lte: to }),
            },
          },
        },
      ];

const toWordFilter = (word: string): Dsl => ({
  bool: {
    minimum_should_match: 1,
    should: SEARCHED_FIELDS.map((field) => ({
      wildcard: { [field]: { value: `*${escapeWildcard(word)}*`, case_insensitive: true } },
    })),
  },
});

/** The analyst's `*` and `?` stand for others, everything else for itself. */
const escapeWildcard = (word: string): string => word.replace(/\\/g, '\\\\');
