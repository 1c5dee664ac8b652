/** What must be known of all live queries at every request: small, in memory, so that none is read from the store for it. */
import { createHash } from 'node:crypto';
import { toSqlLine, type HostMoment, type RunFilter } from '../../../common/osquery/run_filter';
import type { StoredLiveQuery } from './live_query_store';

export interface LiveQueryRetention {
  readonly maxLiveQueries: number;
  /** Rows of all live queries together. */
  readonly maxRows: number;
  /** Characters of all requests and rows together. */
  readonly maxCharacters: number;
}

interface Entry {
  readonly alertIds: readonly string[];
  readonly agents: readonly string[];
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly queryActionIds: readonly string[];
  /** Of each query's SQL, which would be too long to keep. */
  readonly sqlDigests: readonly number[];
  readonly isEvidence: boolean;
  readonly rows: number;
  readonly characters: number;
}

export interface LiveQueryIndex {
  /** Takes the place of what is known of it; a new one is the newest. */
  set(liveQuery: StoredLiveQuery): void;
  delete(actionId: string): void;
  /** Ids, the newest first. */
  list(filter?: RunFilter): readonly string[];
  /** The live query that a query belongs to. */
  findOwner(queryActionId: string): string | undefined;
  /** The oldest past the limits; the newest one always stays. */
  listExcess(isEvidence: boolean, retention: LiveQueryRetention): readonly string[];
}

export const createLiveQueryIndex = (): LiveQueryIndex => {
  const entries = new Map<string, Entry>();
  const owners = new Map<string, string>();
  const newestFirst = (): [string, Entry][] => [...entries].reverse();
  return {
    set(liveQuery) {
      const entry = toEntry(liveQuery);
      entries.set(liveQuery.actionId, entry);
      for (const id of entry.queryActionIds) owners.set(id, liveQuery.actionId);
    },
    delete(actionId) {
      for (const id of entries.get(actionId)?.queryActionIds ?? []) owners.delete(id);
      entries.delete(actionId);
    },
    list(filter) {
      const isWanted = createEntryTest(filter);
      return newestFirst()
        .filter(([, entry]) => isWanted(entry))
        .map(([actionId]) => actionId);
    },
    findOwner: (queryActionId) => owners.get(queryActionId),
    listExcess(isEvidence, { maxLiveQueries, maxRows, maxCharacters }) {
      const sum = { liveQueries: 0, rows: 0, characters: 0 };
      const isExcess = ({ rows, characters }: Entry): boolean => {
        sum.liveQueries += 1;
        sum.rows += rows;
        sum.characters += characters;
        return (
          sum.liveQueries > 1 &&
          (sum.liveQueries > maxLiveQueries || sum.rows > maxRows || sum.characters > maxCharacters)
        );
      };
      return newestFirst()
        .filter(([, entry]) => entry.isEvidence === isEvidence && isExcess(entry))
        .map(([actionId]) => actionId);
    },
  };
};

const createEntryTest = (filter: RunFilter | undefined): ((entry: Entry) => boolean) => {
  if (filter === undefined) return () => true;
  if ('sql' in filter) {
    const digest = toSqlDigest(filter.sql);
    return (entry) => isOfMoment(entry, filter.host) && entry.sqlDigests.includes(digest);
  }
  const { alertId, host } = filter;
  return (entry) =>
    entry.alertIds.includes(alertId) || (host !== undefined && isOfMoment(entry, host));
};

const isOfMoment = ({ agents, createdAt }: Entry, { agentId, from, to }: HostMoment): boolean =>
  agents.includes(agentId) && createdAt >= Date.parse(from) && createdAt <= Date.parse(to);

const DIGEST_BYTES = 6;

/** A number takes a tenth of the room of its text; two SQLs that share one by chance are told apart by who asks. */
const toSqlDigest = (sql: string): number =>
  createHash('sha256').update(toSqlLine(sql)).digest().readUIntBE(0, DIGEST_BYTES);

const toEntry = ({ request, agents, createdAt, queries, purpose }: StoredLiveQuery): Entry => ({
  alertIds: request.alert_ids ?? [],
  agents,
  createdAt: Date.parse(createdAt),
  queryActionIds: queries.map(({ actionId }) => actionId),
  sqlDigests: queries.map(({ sql }) => toSqlDigest(sql)),
  isEvidence: purpose === 'evidence',
  rows: sum(queries.map(({ answer }) => answer?.rowCount ?? 0)),
  characters: sum(queries.map(({ sql, answer }) => sql.length + (answer?.characters ?? 0))),
});

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
