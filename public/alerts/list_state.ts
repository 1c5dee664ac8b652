import { ALERT_STATUSES, type AlertStatus } from '../../common/alert/alert';
import { findSource } from '../../common/alert/request/source_address';
import { ALERT_SORT_FIELDS, type AlertFilter, type AlertQuery } from '../../common/api/find_alerts';
import { GROUPED_BY } from '../../common/api/groups/group_alerts';
import { SIGN_KINDS, type SignKind } from '../../common/detection';
import { TIME_SPANS, toBounds, type TimeRange } from './time_range';

/** What the alerts table shows, as the address holds it. */
export interface ListState {
  readonly statuses: readonly AlertStatus[];
  readonly hosts: readonly string[];
  readonly users: readonly string[];
  readonly servers: readonly string[];
  /** Addresses, and `unknown` for none. */
  readonly sources: readonly string[];
  readonly signKinds: readonly SignKind[];
  readonly assignees: readonly string[];
  readonly search: string;
  readonly time: TimeRange;
  /** What a row is: an alert, or all alerts of one server or from one address. */
  readonly grouping: Grouping;
  /** Ids of the groups whose alerts are shown. */
  readonly openGroups: readonly string[];
  readonly sortField: AlertQuery['sortField'];
  readonly sortOrder: AlertQuery['sortOrder'];
  readonly page: number;
  readonly perPage: number;
}

const GROUPINGS = ['none', ...GROUPED_BY] as const;
export type Grouping = (typeof GROUPINGS)[number];

export const PAGE_SIZES = [10, 25, 50, 100] as const;

/** The queue: what still needs somebody, newest first. */
export const DEFAULT_LIST_STATE: ListState = {
  statuses: ['open', 'acknowledged'],
  hosts: [],
  users: [],
  servers: [],
  sources: [],
  signKinds: [],
  assignees: [],
  search: '',
  time: { kind: 'all' },
  grouping: 'none',
  openGroups: [],
  sortField: 'eventTime',
  sortOrder: 'desc',
  page: 0,
  perPage: 25,
};

/** Each asks for its own alerts. */
const MOST_OPEN_GROUPS = 20;

const ANY_STATUS = 'any';

/** Reads the address's query; what is not understood falls back to the default, so any address shows something. */
export const parseListState = (search: string): ListState => {
  const params = new URLSearchParams(search);
  const page = Number(params.get('page'));
  return {
    statuses: parseStatuses(params.getAll('status')),
    hosts: params.getAll('host'),
    users: params.getAll('user'),
    servers: params.getAll('server'),
    sources: params.getAll('source').flatMap((text) => findSource(text) ?? []),
    signKinds: SIGN_KINDS.filter((kind) => params.getAll('sign').includes(kind)),
    assignees: params.getAll('assignee'),
    search: params.get('q') ?? '',
    time: parseTime(params),
    grouping: findIn(GROUPINGS, params.get('group')) ?? DEFAULT_LIST_STATE.grouping,
    openGroups: params.getAll('open').slice(0, MOST_OPEN_GROUPS),
    sortField: findIn(ALERT_SORT_FIELDS, params.get('sort')) ?? DEFAULT_LIST_STATE.sortField,
    sortOrder: findIn(['asc', 'desc'], params.get('order')) ?? DEFAULT_LIST_STATE.sortOrder,
    page: Number.isInteger(page) && page > 1 && page <= 10_000 ? page - 1 : 0,
    perPage: findIn(PAGE_SIZES, Number(params.get('size'))) ?? DEFAULT_LIST_STATE.perPage,
  };
};

/**
 * Writes the state into an address's query, leaving out defaults and keeping parameters that are not the list's.
 * @param current the query the address has now
 */
export const toSearch = (state: ListState, current: string): string => {
  const params = new URLSearchParams(current);
  for (const name of [
    'status',
    'host',
    'user',
    'server',
    'source',
    'sign',
    'assignee',
    'q',
    'range',
    'from',
    'to',
    'group',
    'open',
    'sort',
    'order',
    'page',
    'size',
  ]) {
    params.delete(name);
  }
  for (const status of toStatusParams(state.statuses)) params.append('status', status);
  for (const host of state.hosts) params.append('host', host);
  for (const user of state.users) params.append('user', user);
  for (const server of state.servers) params.append('server', server);
  for (const source of state.sources) params.append('source', source);
  for (const kind of state.signKinds) params.append('sign', kind);
  for (const assignee of state.assignees) params.append('assignee', assignee);
  if (state.search !== '') params.set('q', state.search);
  if (state.time.kind === 'last') params.set('range', state.time.span);
  if (state.time.kind === 'between') {
    if (state.time.from !== undefined) params.set('from', state.time.from);
    if (state.time.to !== undefined) params.set('to', state.time.to);
  }
  if (state.grouping !== DEFAULT_LIST_STATE.grouping) params.set('group', state.grouping);
  for (const group of state.openGroups) params.append('open', group);
  if (state.sortField !== DEFAULT_LIST_STATE.sortField) params.set('sort', state.sortField);
  if (state.sortOrder !== DEFAULT_LIST_STATE.sortOrder) params.set('order', state.sortOrder);
  if (state.page > 0) params.set('page', String(state.page + 1));
  if (state.perPage !== DEFAULT_LIST_STATE.perPage) params.set('size', String(state.perPage));
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
};

type FilterState = Omit<
  ListState,
  'sortField' | 'sortOrder' | 'page' | 'perPage' | 'grouping' | 'openGroups'
>;

/** What of it decides which alerts there are: answers about them are kept under it. */
export const toFilterState = ({
  sortField: _field,
  sortOrder: _order,
  page: _page,
  perPage: _size,
  grouping: _grouping,
  openGroups: _open,
  ...filter
}: ListState): FilterState => filter;

/** Which alerts the state is about, without order and page. */
export const toFilter = (state: FilterState, now: Date): AlertFilter => ({
  statuses: [...state.statuses],
  hosts: [...state.hosts],
  users: [...state.users],
  servers: [...state.servers],
  sources: [...state.sources],
  signKinds: [...state.signKinds],
  assignees: [...state.assignees],
  search: state.search,
  ...toBounds(state.time, now),
});

/** The question to the server. */
export const toAlertQuery = (state: ListState, now: Date): AlertQuery => ({
  ...toFilter(state, now),
  sortField: state.sortField,
  sortOrder: state.sortOrder,
  page: state.page,
  perPage: state.perPage,
});

/** Whether anything beside the queue's own choice of statuses narrows the list. */
export const isNarrowed = (state: ListState): boolean =>
  state.hosts.length > 0 ||
  state.users.length > 0 ||
  state.servers.length > 0 ||
  state.sources.length > 0 ||
  state.signKinds.length > 0 ||
  state.assignees.length > 0 ||
  state.search !== '' ||
  state.time.kind !== 'all';

const findIn = <T>(known: readonly T[], value: unknown): T | undefined =>
  known.find((item) => item === value);

const parseStatuses = (values: readonly string[]): readonly AlertStatus[] => {
  if (values.includes(ANY_STATUS)) return [];
  const statuses = ALERT_STATUSES.filter((status) => values.includes(status));
  return statuses.length === 0 ? DEFAULT_LIST_STATE.statuses : statuses;
};

const toStatusParams = (statuses: readonly AlertStatus[]): readonly string[] => {
  if (statuses.length === 0) return [ANY_STATUS];
  const isDefault =
    statuses.length === DEFAULT_LIST_STATE.statuses.length &&
    DEFAULT_LIST_STATE.statuses.every((status) => statuses.includes(status));
  return isDefault ? [] : statuses;
};

const parseTime = (params: URLSearchParams): TimeRange => {
  const span = findIn(TIME_SPANS, params.get('range'));
  if (span !== undefined) return { kind: 'last', span };
  const from = parseMoment(params.get('from'));
  const to = parseMoment(params.get('to'));
  if (from === undefined && to === undefined) return { kind: 'all' };
  return {
    kind: 'between',
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
};

const parseMoment = (text: string | null): string | undefined => {
  const moment = new Date(text ?? '');
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
};
