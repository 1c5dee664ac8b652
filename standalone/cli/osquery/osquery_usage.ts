import {
  createChoice,
  createCountOption,
  createOption,
  createSwitch,
  type Usage,
} from '../../../engines/command_line';

const MS_PER_SECOND = 1000;
/** `setTimeout` can't wait longer. */
const MAX_TIMEOUT_S = 2_000_000;

/** How `osquery` is used. */
export const OSQUERY_USAGE = {
  about: `Runs one SELECT over the tables of this machine, as Osquery does.

  npm run --silent osquery -- "SELECT pid, name FROM processes WHERE uid = 33"`,
  options: {
    format: createChoice(['table', 'json', 'csv'], 'table is the default', 'table'),
    timeout: createOption({
      value: 'SECONDS',
      about: '10 is the default',
      takes: 'a number of seconds above 0',
      parse: (text) =>
        Number(text) > 0 && Number(text) <= MAX_TIMEOUT_S
          ? Number(text) * MS_PER_SECOND
          : undefined,
      fallback: 10 * MS_PER_SECOND,
    }),
    'max-rows': createCountOption(
      1,
      '10000 is the default; more rows are cut off, with a note on stderr',
      10_000
    ),
    tables: createSwitch('lists the tables and their columns'),
  },
  rest: 'QUERY',
  notes: `osqueryi answers where it is on the PATH, else SQLite over this program's own tables, with Osquery's functions
(split, regex_match, in_cidr_block, community_id_v1, from_base64, sha256, version_compare and so on).
Control characters in values are shown escaped (CSV: on a terminal only). CSV is RFC 4180; a value that a
spreadsheet would take for a formula gets a ' in front.`,
  exits: {
    0: 'rows printed, also if none or cut off',
    1: 'the query failed',
    3: 'timed out',
    130: 'interrupted',
  },
} satisfies Usage;
