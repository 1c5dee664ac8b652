export const SCAN_HELP = `Looks through files for what the web server rule finds, and prints an alert for each match.

  npm run --silent scan -- --events FILE.ndjson --format table
  npm run --silent scan -- --audit-log /var/log/audit/audit.log

  --events FILE…           NDJSON of Elastic Defend or Endgame events, also .gz, or a directory of such files;
                           - for standard input. May be repeated
  --audit-log FILE         a Linux audit log, also .gz, read from beginning to end; - for standard input
  --processes FILE         with --audit-log: the processes that were running when the log began (JSON), as a recording
                           has them
  --query TEXT             another EQL query instead of the rule's; it must ask for single events
  --size N                 at most N alerts, the last ones; all are the default
  --format ndjson|table    ndjson is the default: one alert per line, the event with kibana.alert.* fields added
  --threads N              threads that read; by default one for each 512 MiB
  --help

Control characters in values are shown escaped. A line that is no JSON object is reported on standard error with its
number, and the scan goes on.

Exit: 0 scanned, with or without alerts · 1 the query has a mistake · 2 wrong usage · 3 a file can not be read
`;
