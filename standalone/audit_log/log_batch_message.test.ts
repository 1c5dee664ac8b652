import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Caller } from './caller_reader';
import type { LogEntry } from './log_entry';
import { fromLogBatchMessage, toLogBatchMessage } from './log_batch_message';

const identity = fc.record({ id: fc.string() }).map(({ id }) => ({ id, name: `user ${id}` }));
const optional = fc.option(fc.string({ unit: 'binary' }), { nil: undefined });
const caller: fc.Arbitrary<Caller> = fc.record({
  executable: optional,
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
const record = fc.record({
  pid: fc.nat(),
  executable: fc.string(),
  user: identity,
  session: fc.nat(),
});
const entry: fc.Arbitrary<LogEntry> = fc.oneof(
  fc.record({ kind: fc.constantFrom('exec' as const, 'known_exec' as const), exec }),
  fc.record({ kind: fc.constant('failed_exec' as const), node, time, syscall }),
  fc.record({ kind: fc.constant('user_record' as const), node, time, record })
);

it('brings every entry to the other thread, in its order', () => {
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      const position = { inode: '7', head: 'type=', offset: 9, given: [1, 'web-01 2'] };
      const batch = { entries, position, hasMore: true, isBehind: false, mayHaveMissed: true };
      const message = toLogBatchMessage(batch);
      const received = structuredClone(message, { transfer: [message.numbers.buffer] });
      expect(fromLogBatchMessage(received)).toEqual(batch);
    })
  );
});

it('lets execs of one caller share it', () => {
  const [first] = fc.sample(fc.record({ kind: fc.constant('exec' as const), exec }), 1);
  if (!first) throw new Error('no sample');
  const batch = {
    entries: [first, first],
    position: undefined,
    hasMore: false,
    isBehind: false,
    mayHaveMissed: false,
  };
  const { entries } = fromLogBatchMessage(structuredClone(toLogBatchMessage(batch)));
  const [one, other] = entries.map((read) => read.kind === 'exec' && read.exec.syscall.caller);
  expect(one).toBe(other);
});
