import { expect, it } from 'vitest';
import { toAuditLog } from '../read_audit_lines.fixture';
import { writeAuditRecords, type WrittenExec } from '../write_audit_records.fixture';
import { LogReader } from './log_reader';

const whoami: WrittenExec = { serial: 7, args: ['sh', '-c', 'whoami'] };

it('gives an event with its last record, without waiting', () => {
  const reader = new LogReader({});
  const lines = writeAuditRecords(whoami);
  const last = `${lines.pop() ?? ''}\n`;
  expect(reader.push(toAuditLog(lines))).toEqual([]);
  expect(reader.push(Buffer.from(last))).toHaveLength(1);
});

it('ends an event with EOE where titles are not logged', () => {
  const reader = new LogReader({});
  const lines = [
    ...writeAuditRecords({ ...whoami, withoutTitle: true }),
    'type=EOE msg=audit(1795488208.764:7): ',
  ];
  expect(reader.push(toAuditLog(lines))).toHaveLength(1);
});

it('ends an event without a last record when later ones are two seconds on', () => {
  const reader = new LogReader({});
  const push = (exec: WrittenExec): number =>
    reader.push(toAuditLog(writeAuditRecords(exec))).length;
  expect(push({ ...whoami, withoutTitle: true })).toBe(0);
  expect(push({ ...whoami, serial: 8, time: '1795488210.764', withoutTitle: true })).toBe(0);
  expect(push({ ...whoami, serial: 9, time: '1795488210.768', withoutTitle: true })).toBe(1);
  expect(reader.flush()).toHaveLength(2);
});

it('gives up waiting after many lines where the clock stands still', () => {
  const reader = new LogReader({});
  expect(reader.push(toAuditLog(writeAuditRecords({ ...whoami, withoutTitle: true })))).toEqual([]);
  const others = Array.from({ length: 3_000 }, (_, index) =>
    writeAuditRecords({ serial: 100 + index, args: ['id'] })
  ).flat();
  expect(reader.push(toAuditLog(others))).toContainEqual(
    expect.objectContaining({ exec: expect.objectContaining({ serial: 7 }) })
  );
});

it('keeps a bounded number of events open', () => {
  const reader = new LogReader({});
  const open = Array.from({ length: 10_000 }, (_, serial) =>
    writeAuditRecords({ serial, args: ['id'], withoutTitle: true }).slice(0, 1)
  ).flat();
  const given = reader.push(toAuditLog(open)).length;
  expect(given).toBeGreaterThan(5_000);
  expect(given + reader.flush().length).toBe(10_000);
});

it('does not keep what belongs to other calls waiting', () => {
  const reader = new LogReader({});
  reader.push(toAuditLog(writeAuditRecords({ ...whoami, syscall: 257, withoutTitle: true })));
  expect(reader.hasPending).toBe(false);
});

it('waits for the SYSCALL record as long as for others, and then counts what it lacks', () => {
  const reader = new LogReader({});
  const lines = writeAuditRecords(whoami);
  expect(reader.push(toAuditLog(lines.slice(1)))).toEqual([]);
  expect(reader.safeOffset).toBe(0);
  expect(reader.push(toAuditLog(lines.slice(0, 1)))).toHaveLength(1);
  reader.push(toAuditLog(writeAuditRecords({ ...whoami, serial: 8 }).slice(1)));
  reader.push(
    toAuditLog(writeAuditRecords({ ...whoami, serial: 9, time: '1795488219.000' }).slice(1))
  );
  expect(reader.stats.strayRecords).toBe(1);
});
