import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Caller } from '../records/caller_reader';
import type { LogBatch } from '../follow/audit_log_follower';
import type { LogEntry } from '../records/log_entry';
import { LogBatchReader } from './log_batch_reader';
import { LogBatchWriter } from './log_batch_writer';

const identity = fc.record({ id: fc.string() }).map(({ id }) => ({ id, name: `user ${id}` }));
const optional = fc.option(fc.string({ unit: 'binary' }), { nil: undefined });
const caller: fc.Arbitrary<Caller> = fc.record({
  executable: optional,
  isDeleted: fc.boolean(),
  comm: optional,
  session: fc.constantFrom(4, 4294967295),
  tty: optional,
  realUser: identity,
  user: identity,
  savedUser: identity,
  group: identity,
});
const syscall = fc.record({
  succeeded: fc.constant(true),
  isCertain: fc.constant(true),
  pid: fc.nat(),
  parentPid: fc.nat(),
  memoryRegions: fc.array(fc.integer({ min: -(2 ** 24), max: 2 ** 40 }), { maxLength: 3 }),
  caller,
});
const exec = fc.record({
  serial: fc.maxSafeNat(),
  time: fc.maxSafeNat(),
  node: fc.constantFrom('', 'web-01'),
  offset: fc.maxSafeNat(),
  syscall,
  args: fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 }),
  argsProblem: optional,
  workingDirectory: optional,
});
const node = fc.constantFrom('', 'web-01');
const time = fc.maxSafeNat();
const serial = fc.maxSafeNat();
const record = fc.record({
  pid: fc.nat(),
  executable: fc.string(),
  user: identity,
  session: fc.nat(),
});
const entry: fc.Arbitrary<LogEntry> = fc.oneof(
  fc.record({ kind: fc.constantFrom('exec' as const, 'known_exec' as const), exec }),
  fc.record({ kind: fc.constant('failed_exec' as const), node, time, serial, syscall }),
  fc.record({ kind: fc.constant('user_record' as const), node, time, serial, record })
);

const toBatch = (entries: readonly LogEntry[]): LogBatch => ({
  entries,
  position: { inode: '7', head: 'type=', offset: 9, given: [1, 'web-01 2'] },
  hasMore: true,
  isBehind: false,
  mayHaveMissed: true,
  counts: { lines: 9, records: 8, malformedLines: 1, malformed: [], strayRecords: 2 },
});

/** Sends a batch as from thread to thread. */
const createLine = (): ((batch: LogBatch) => LogBatch) => {
  const writer = new LogBatchWriter();
  const reader = new LogBatchReader();
  return (batch) => {
    const message = writer.write(batch);
    return reader.read(structuredClone(message, { transfer: [message.numbers.buffer] }));
  };
};

it('brings every entry to the other thread, in its order', () => {
  fc.assert(
    fc.property(fc.array(fc.array(entry)), (batches) => {
      const send = createLine();
      for (const entries of batches) expect(send(toBatch(entries))).toEqual(toBatch(entries));
    })
  );
});

const toExec = (shared: Caller, workingDirectory: string): LogEntry => ({
  kind: 'exec',
  exec: {
    serial: 1,
    time: 2,
    node: '',
    offset: 3,
    syscall: {
      succeeded: true,
      isCertain: true,
      pid: 4,
      parentPid: 5,
      memoryRegions: [6],
      caller: shared,
    },
    args: ['id'],
    argsProblem: undefined,
    workingDirectory,
  },
});

const [someone] = fc.sample(caller, 1);
if (!someone) throw new Error('no sample');

it('lets execs of one caller share it, in later batches too', () => {
  const send = createLine();
  const sent = [toExec(someone, '/a'), toExec(someone, '/b')];
  const read = [...send(toBatch(sent)).entries, ...send(toBatch(sent)).entries];
  const callers = read.map((one) => one.kind === 'exec' && one.exec.syscall.caller);
  expect(new Set(callers).size).toBe(1);
});

it('forgets what was shared when that has become much, and sends it again', () => {
  const send = createLine();
  for (let batch = 0; batch < 50; batch += 1) {
    const sent = Array.from({ length: 1000 }, (_, at) => toExec(someone, `/${batch}/${at}`));
    expect(send(toBatch(sent))).toEqual(toBatch(sent));
  }
});
