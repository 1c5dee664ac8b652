import { toEqlString } from '../../eql/format/to_eql_string';

/** Roots asked for in one query; Elasticsearch bounds the clauses of a query. */
export const MOST_ROOTS_PER_QUERY = 500;

/**
 * EQL that finds what the given processes started, near or far. Ancestry and leaders are optional fields: without them
 * only children are found, and asking again with their ids finds the next generation.
 * @param entityIds of one query's worth of processes, at least one
 */
export const toDescendantsQuery = (entityIds: readonly string[]): string => {
  const ids = entityIds.slice(0, MOST_ROOTS_PER_QUERY).map(toEqlString).join(', ');
  return `process where host.os.type == "linux" and event.type == "start" and
  event.action in ("exec", "exec_event") and (
    process.entity_id in (${ids}) or
    process.parent.entity_id in (${ids}) or
    ?process.Ext.ancestry in (${ids}) or
    ?process.group_leader.entity_id in (${ids}) or
    ?process.session_leader.entity_id in (${ids})
  )`;
};
