import {
  appendFileSync,
  copyFileSync,
  mkdtempSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AuditLogFollower } from './audit_log_follower';
import type { LogBatch } from './audit_log_follower';
import { EventMaker } from '../processes/event_maker';
import type { LogPosition } from './log_position';
import type { LogStart } from './open_log_cursor';
import { toAuditLog } from '../read_audit_lines.fixture';
import { writeAuditRecords } from '../write_audit_records.fixture';
import type { WrittenExec } from '../write_audit_records.fixture';

let folder: string;
let log: string;
let opened: AuditLogFollower[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'audit-log-'));
  log = join(folder, 'audit.log');
});
afterEach(async () => {
  await Promise.all(opened.map((follower) => follower.close()));
  opened = [];
  rmSync(folder, { recursive: true });
});

const follow = (start: Partial<LogStart> = {}): AuditLogFollower => {
  const follower = new AuditLogFollower({ path: log, warmUpBytes: 1024 * 1024, ...start }, {});
  opened.push(follower);
  return follower;
};

/** Polls until there is no more to read for now. */
const readOn = async (
  follower: AuditLogFollower,
  now = 0
): Promise<{ serials: number[]; position: LogPosition | undefined; mayHaveMissed: boolean }> => {
  const serials: number[] = [];
  let mayHaveMissed = false;
  let batch: LogBatch;
  do {
    batch = await follower.poll(now);
    serials.push(...toSerials(batch));
    mayHaveMissed ||= batch.mayHaveMissed;
  } while (batch.hasMore);
  return { serials, position: batch.position, mayHaveMissed };
};

const toSerials = ({ entries }: LogBatch): number[] =>
  entries.flatMap((entry) => (entry.kind === 'exec' ? [entry.exec.serial] : []));

const exec = (serial: number, more: Partial<WrittenExec> = {}): string =>
  toAuditLog(
    writeAuditRecords({ serial, args: ['sh', '-c', `echo ${serial}`], ...more })
  ).toString();

const write = (...serials: number[]): void =>
  serials.forEach((serial) => appendFileSync(log, exec(serial)));

describe('following', () => {
  it('gives what the file holds and then what is written', async () => {
    write(1, 2);
    const follower = follow();
    expect((await readOn(follower)).serials).toEqual([1, 2]);
    write(3);
    expect((await readOn(follower)).serials).toEqual([3]);
    expect((await readOn(follower)).serials).toEqual([]);
  });

  it('gives only what is written from now on, on request', async () => {
    write(1, 2);
    const follower = follow({ startAt: 'end' });
    expect((await readOn(follower)).serials).toEqual([]);
    write(3);
    expect((await readOn(follower)).serials).toEqual([3]);
  });

  it('waits for a log that does not exist yet', async () => {
    const follower = follow();
    expect(await readOn(follower)).toEqual({
      serials: [],
      position: undefined,
      mayHaveMissed: false,
    });
    write(1);
    expect((await readOn(follower)).serials).toEqual([1]);
  });

  it('waits for the rest of a line', async () => {
    const text = exec(1);
    writeFileSync(log, text.slice(0, -20));
    const follower = follow();
    expect((await readOn(follower)).serials).toEqual([]);
    appendFileSync(log, text.slice(-20));
    expect((await readOn(follower)).serials).toEqual([1]);
  });

  it('ends an event that nothing ends when all is silent for a second', async () => {
    const follower = follow();
    writeFileSync(log, exec(1, { withoutTitle: true }));
    expect((await readOn(follower, 5_000)).serials).toEqual([]);
    expect((await readOn(follower, 5_900)).serials).toEqual([]);
    const { serials, position } = await readOn(follower, 6_000);
    expect(serials).toEqual([1]);
    expect((await readOn(follow({ position }), 7_000)).serials).toEqual([]);
  });
});

describe('rotation', () => {
  it('by renaming loses nothing, though the old file is written to until the new one is there', async () => {
    const follower = follow();
    write(1);
    expect((await readOn(follower)).serials).toEqual([1]);
    write(2);
    renameSync(log, `${log}.1`);
    expect((await readOn(follower)).serials).toEqual([2]);
    appendFileSync(`${log}.1`, exec(3));
    write(4);
    expect(await readOn(follower)).toMatchObject({ serials: [3, 4], mayHaveMissed: false });
  });

  it('of several files at once is followed through all of them', async () => {
    const follower = follow();
    write(1);
    await readOn(follower);
    for (const serial of [2, 3, 4]) {
      for (const number of [3, 2, 1]) {
        try {
          renameSync(`${log}.${number}`, `${log}.${number + 1}`);
        } catch {
          // Not that many yet.
        }
      }
      renameSync(log, `${log}.1`);
      write(serial);
    }
    expect(await readOn(follower)).toMatchObject({ serials: [2, 3, 4], mayHaveMissed: false });
  });

  it('parts an event between two files and the event is whole', async () => {
    const lines = writeAuditRecords({ serial: 1, args: ['id'] });
    writeFileSync(log, toAuditLog(lines.slice(0, 2)));
    const follower = follow();
    const first = await readOn(follower);
    renameSync(log, `${log}.1`);
    writeFileSync(log, toAuditLog(lines.slice(2)));
    expect((await readOn(follower)).serials).toEqual([1]);
    expect((await readOn(follow({ position: first.position }))).serials).toEqual([1]);
  });

  it('by copying and emptying reads the rest from the copy', async () => {
    const follower = follow();
    write(1);
    await readOn(follower);
    const text = exec(2);
    appendFileSync(log, text.slice(0, 50));
    await readOn(follower);
    appendFileSync(log, text.slice(50));
    copyFileSync(log, `${log}.1`);
    truncateSync(log);
    write(3);
    expect(await readOn(follower)).toMatchObject({ serials: [2, 3], mayHaveMissed: false });
  });

  it('says when a file was emptied before it was read', async () => {
    const follower = follow();
    write(1, 2);
    await readOn(follower);
    truncateSync(log);
    write(3);
    expect(await readOn(follower)).toMatchObject({ serials: [3], mayHaveMissed: true });
  });

  it('notices a file that was emptied and is as long as before again', async () => {
    const follower = follow();
    write(1);
    await readOn(follower);
    writeFileSync(log, exec(2) + exec(3));
    expect(await readOn(follower)).toMatchObject({ serials: [2, 3], mayHaveMissed: true });
  });
});

describe('a restart', () => {
  it('goes on where the events were stored', async () => {
    write(1, 2);
    const { position } = await readOn(follow());
    write(3);
    expect((await readOn(follow({ position }))).serials).toEqual([3]);
  });

  it('goes on in a file that was rotated meanwhile', async () => {
    write(1);
    const { position } = await readOn(follow());
    write(2);
    renameSync(log, `${log}.1`);
    write(3);
    expect(await readOn(follow({ position }))).toMatchObject({
      serials: [2, 3],
      mayHaveMissed: false,
    });
  });

  it('reads all there is and says so when the file has gone', async () => {
    write(1);
    const { position } = await readOn(follow());
    rmSync(log);
    writeFileSync(`${log}.1`, exec(5));
    write(6);
    expect(await readOn(follow({ position }))).toMatchObject({
      serials: [5, 6],
      mayHaveMissed: true,
    });
  });

  it('does not give an event again that overtook one still open', async () => {
    const open = writeAuditRecords({ serial: 1, args: ['slow'] });
    writeFileSync(log, toAuditLog(open.slice(0, 2)) + exec(2));
    const first = await readOn(follow());
    expect(first.serials).toEqual([2]);
    const second = await readOn(follow({ position: first.position }));
    expect(second.serials).toEqual([]);
    appendFileSync(log, toAuditLog(open.slice(2)));
    expect((await readOn(follow({ position: second.position }))).serials).toEqual([1]);
  });

  it('knows the processes that ran before it', async () => {
    appendFileSync(
      log,
      exec(1, { pid: 400, ppid: 1, exe: '/usr/sbin/apache2', args: ['apache2'] })
    );
    const { position } = await readOn(follow());
    renameSync(log, `${log}.1`);
    appendFileSync(log, exec(2, { pid: 500, ppid: 400 }));
    const follower = follow({ position });
    const events = [];
    const maker = new EventMaker({
      index: 'events',
      hostId: 'host',
      hostName: 'web-01',
      agentId: 'agent',
    });
    for (let poll = 0; poll < 5; poll++) {
      events.push(...maker.make((await follower.poll(0)).entries));
    }
    expect(events).toHaveLength(1);
    expect(events[0]?.source).toMatchObject({
      process: { parent: { pid: 400, executable: '/usr/sbin/apache2' } },
    });
  });

  it('begins its warm-up at a line', async () => {
    write(...Array.from({ length: 50 }, (_, serial) => serial));
    const { position } = await readOn(follow());
    write(50);
    for (const warmUpBytes of [0, 1, 100, 777, 3_000, 1_000_000]) {
      const follower = follow({ position, warmUpBytes });
      expect((await readOn(follower)).serials).toEqual([50]);
      expect(follower.stats.malformedLines).toBe(0);
    }
  });
});

describe('whatever happens', () => {
  type Step = 'line' | 'rotate' | 'copy' | 'poll' | 'restart' | 'half line';
  const steps = fc.array(
    fc.constantFrom<Step>(
      'line',
      'line',
      'line',
      'line',
      'half line',
      'rotate',
      'copy',
      'poll',
      'restart'
    ),
    { minLength: 20, maxLength: 80 }
  );

  it('gives every event exactly once', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 0, max: 4_000 }), async (story, warmUpBytes) => {
        rmSync(folder, { recursive: true });
        folder = mkdtempSync(join(tmpdir(), 'audit-log-'));
        log = join(folder, 'audit.log');
        writeFileSync(log, '');
        // Two events at a time, their lines in turn.
        const lines = Array.from({ length: 20 }, (_, pair) => {
          const one = writeAuditRecords({ serial: pair * 2, args: ['one', String(pair)] });
          const two = writeAuditRecords({
            serial: pair * 2 + 1,
            args: ['two', String(pair)],
            pid: 501,
          });
          return one.flatMap((line, index) => [line, two[index] ?? '']);
        }).flat();
        let text = toAuditLog(lines).toString();
        const append = (length: number): void => {
          appendFileSync(log, text.slice(0, length));
          text = text.slice(length);
        };
        const given: number[] = [];
        let position: LogPosition | undefined;
        let follower = follow({ warmUpBytes });
        const pollOnce = async (): Promise<boolean> => {
          const batch = await follower.poll(0);
          given.push(...toSerials(batch));
          position = batch.position ?? position;
          return batch.hasMore;
        };
        await pollOnce();
        for (const step of story) {
          if (step === 'line') append(text.indexOf('\n') + 1);
          else if (step === 'half line') append(Math.floor(text.indexOf('\n') / 2));
          else if (step === 'poll') await pollOnce();
          else if (step === 'restart') {
            await follower.close();
            follower = follow({ position, warmUpBytes });
          } else {
            // Logs are rotated between lines.
            if (text !== '' && !text.startsWith('type=')) continue;
            shiftRotated();
            if (step === 'rotate') {
              renameSync(log, `${log}.1`);
              writeFileSync(log, '');
            } else {
              // What is copied must have been seen, or the file at hand can't be told from its copy.
              while (await pollOnce());
              copyFileSync(log, `${log}.1`);
              truncateSync(log);
            }
          }
        }
        append(text.length);
        while (await pollOnce());
        expect(given.sort((one, other) => one - other)).toEqual(
          Array.from({ length: 40 }, (_, serial) => serial)
        );
      }),
      { numRuns: 25 }
    );
  });

  const shiftRotated = (): void => {
    for (let number = 60; number >= 1; number--) {
      try {
        renameSync(`${log}.${number}`, `${log}.${number + 1}`);
      } catch {
        // Not that many yet.
      }
    }
  };
});
