import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runEqlCommand } from './run_eql_command';
import { runScanCommand } from './run_scan_command';

/** Inputs of the kinds people really have; what is right stands in each folder's expected.md. */
const CASES = '../shared/field_cases';
const isAbsent = !existsSync(CASES);
if (isAbsent) console.warn(`Skipped: the field cases are not at ${CASES}`);

const run = async (command: typeof runScanCommand, ...args: string[]) => {
  let [out, error] = ['', ''];
  const code = await command(args, {
    writeOut: (text) => (out += text),
    writeError: (text) => (error += text),
    isErrorTerminal: false,
    now: () => 0,
    parallelism: 1,
  });
  const alerts = out
    .split('\n')
    .flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []));
  return { code, alerts, error };
};

const scan = (option: string, file: string) => run(runScanCommand, option, join(CASES, file));

describe.skipIf(isAbsent)('scan (skipped where ../shared is absent)', () => {
  it.each([
    'audit_quoted_success/quoted.log',
    'audit_records_in_any_order/ausearch_default.log',
    'audit_syslog_prefix/audispd.log',
    'audit_syslog_prefix/plain.log',
  ])('finds the attack of %s', async (file) => {
    const { code, alerts, error } = await scan('--audit-log', file);
    expect(code).toBe(0);
    expect(alerts).toMatchObject([{ process: { pid: 1001, args: ['sh', '-c', 'id'] } }]);
    expect(alerts[0]).not.toHaveProperty('labels.args_problem');
    expect(error).toMatch(/^2 events of \d+ lines, 1 alert$/m);
  });

  it('names the host of syslog, and asks for the name of a log that has none', async () => {
    const named = await scan('--audit-log', 'audit_syslog_prefix/audispd.log');
    expect(named.alerts[0]).toMatchObject({ host: { name: 'web-01' } });
    const nameless = await scan('--audit-log', 'audit_syslog_prefix/plain.log');
    expect(nameless.alerts[0].host).not.toHaveProperty('name');
    expect(nameless.error).toContain('--host-name');
    const file = join(CASES, 'audit_syslog_prefix/plain.log');
    const given = await run(runScanCommand, '--audit-log', file, '--host-name', 'web-07');
    expect(given.alerts[0]).toMatchObject({ host: { name: 'web-07' } });
  });

  it('counts arguments without their call', async () => {
    const { error } = await scan('--audit-log', 'audit_orphan_execve/grep_execve.log');
    expect(error).toContain('2 EXECVE records without SYSCALL: ');
  });

  it.each([
    ['events_wrapped_in_hits/bare.ndjson', 'E1'],
    ['events_wrapped_in_hits/elasticdump.ndjson', 'x1'],
    ['events_json_documents/pretty.json', 'E1'],
    ['events_json_documents/no_gz_name.ndjson', undefined],
  ])('finds the attack of %s', async (file, id) => {
    const { code, alerts, error } = await scan('--events', file);
    expect({ code, found: alerts.length }).toEqual({ code: 0, found: 1 });
    if (id !== undefined) expect(alerts[0]['kibana.alert.ancestors.id']).toBe(id);
    expect(error).toContain(', 1 alert\n');
  });

  it.each([
    ['--audit-log', 'nothing_readable_is_success/not_audit.log', 'no line is a record'],
    ['--events', 'nothing_readable_is_success/not_events.ndjson', 'it looks like CSV'],
    ['--events', 'audit_syslog_prefix/plain.log', '--audit-log instead of --events'],
    ['--audit-log', 'events_wrapped_in_hits/bare.ndjson', '--events instead of --audit-log'],
  ])('%s says that nothing of %s can be read', async (option, file, remedy) => {
    const { code, error } = await scan(option, file);
    expect(code).toBe(3);
    expect(error).toContain(`nothing in ${join(CASES, file)} could be read: `);
    expect(error).toContain(remedy);
  });
});

describe.skipIf(isAbsent)('eql (skipped where ../shared is absent)', () => {
  it('says which fields of the query no event had', async () => {
    const file = join(CASES, 'events_wrapped_in_hits/bare.ndjson');
    const query = 'process where process.parent.title == "x" and process.pid > 1';
    const { error } = await run(runEqlCommand, '--query', query, '--events', file);
    expect(error).toBe('1 event of 1 line, 0 matches\n0 of 1 event has process.parent.title\n');
  });

  it.each([
    ['any where @timestamp > "hello"', 'has type date'],
    ['any where @timestamp >= "now-1d"', 'Date math is not supported'],
  ])('refuses %s with the place', async (query, sentence) => {
    const file = join(CASES, 'eql_date_constants_unchecked/event.ndjson');
    const { code, error } = await run(runEqlCommand, '--query', query, '--events', file);
    expect(code).toBe(1);
    expect(error).toContain(sentence);
    expect(error).toContain('^');
  });
});
