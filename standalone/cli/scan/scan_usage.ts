import { RULES } from '../../../common/rule/rules';
import {
  createChoice,
  createCountOption,
  createListOption,
  createTextOption,
  type Usage,
} from '../../../engines/command_line';

/** How `scan` is used. */
export const SCAN_USAGE = {
  about: `Looks through files for what a rule finds, and prints its alerts.

  npm run --silent scan -- --events FILE.ndjson --format table
  npm run --silent scan -- --audit-log /var/log/audit/audit.log`,
  options: {
    events: createListOption(
      'FILE',
      'Elastic Defend or Endgame events: NDJSON, arrays, search responses, also gzip, or a directory of such files; ' +
        '- for standard input. May be repeated'
    ),
    'audit-log': createTextOption(
      'FILE',
      'a Linux audit log, also .gz, read from beginning to end; - for standard input'
    ),
    processes: createTextOption(
      'FILE',
      'with --audit-log: the processes that were running when the log began (JSON), as a recording has them'
    ),
    'host-name': createTextOption(
      'NAME',
      'with --audit-log: the machine the log is from, where it names none itself'
    ),
    rule: createChoice(
      RULES.map(({ id }) => id),
      'seed is the customer’s rule, exactly; extended grades every command that a web server ran, and adds risk, reasons and all ' +
        'events of the command',
      'seed'
    ),
    query: createTextOption(
      'TEXT',
      "another EQL query instead of the rule's; it must ask for single events"
    ),
    size: createCountOption(0, 'at most N alerts, the last ones; all are the default'),
    format: createChoice(
      ['ndjson', 'table'],
      'ndjson is the default: one alert per line, the event with kibana.alert.* fields added',
      'ndjson'
    ),
    threads: createCountOption(1, 'threads that read; by default one for each 512 MiB'),
  },
  rest: 'FILE…',
  notes:
    'Control characters in values are shown escaped. Standard error says what was read: how many events of how many\n' +
    'lines, fields of the query that no event has, and lines that are no events, with their numbers.',
  exits: {
    0: 'scanned, with or without alerts',
    1: 'the query has a mistake',
    3: 'a file can not be read, or nothing in it',
  },
} satisfies Usage;
