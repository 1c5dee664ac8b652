import { findSimilarNames } from '../../../common/eql/errors/find_similar_names';
import {
  FOREIGN_TABLE_NAMES,
  LINUX_TABLE_NAMES,
} from '../../../common/osquery/osquery_table_names';

const NO_TABLE = /^no such table: (?:main\.)?(\w+)/;

/**
 * Adds to SQLite's words what to do about a table that is not here: one that Osquery has is no mistake of the query.
 * @param tables names of the tables that are here
 */
export const explainMissingTable = (message: string, tables: readonly string[]): string => {
  const [found, written] = NO_TABLE.exec(message) ?? [];
  if (found === undefined || written === undefined) return message;
  const name = written.toLowerCase();
  if (name.endsWith('_events') && LINUX_TABLE_NAMES.has(name)) {
    return `${message}. Osquery has the table ${name}, which its daemon osqueryd fills with events as they happen; this host's own tables don't have it.`;
  }
  if (LINUX_TABLE_NAMES.has(name)) {
    return `${message}. Osquery has the table ${name}, this host's own tables don't: install osqueryi to ask it.`;
  }
  if (FOREIGN_TABLE_NAMES.has(name)) {
    return `${message}. Osquery has the table ${name} on other systems only, not on Linux.`;
  }
  const known = new Set([...tables, ...LINUX_TABLE_NAMES]);
  const similar = findSimilarNames(name, known);
  const here = similar.filter((other) => tables.includes(other));
  const begun = findBeginnings(name, tables);
  // Tables that are here, and only then those that Osquery has elsewhere.
  const names = [here, begun, similar].find(({ length }) => length > 0) ?? [];
  return names.length === 0
    ? message
    : `${message}. There is no table ${name}; did you mean ${names.join(' or ')}?`;
};

/** `process` differs more from `processes` than a slip of the keys does. */
const findBeginnings = (name: string, tables: readonly string[]): string[] =>
  name.length < 3 ? [] : tables.filter((table) => table.startsWith(name)).slice(0, 5);
