import { expect, test } from 'vitest';
import { queryFixture } from '../query.fixture';

interface Record384 {
  readonly type: number;
  readonly pid: number;
  readonly line: string;
  readonly user: string | Buffer;
  readonly host: string;
  readonly time: number;
}

const toRecord = ({ type, pid, line, user, host, time }: Record384, size = 384): Buffer => {
  const record = Buffer.alloc(size);
  record.writeInt16LE(type, 0);
  record.writeInt32LE(pid, 4);
  record.write(line, 8, 'latin1');
  Buffer.from(user).copy(record, 44);
  record.write(host, 76, 'latin1');
  if (size === 400) record.writeBigInt64LE(BigInt(time), 344);
  else record.writeUInt32LE(time, 340);
  return record;
};

const LOGIN = {
  type: 7,
  pid: 900,
  line: 'pts/0',
  user: 'root',
  host: '198.51.100.7',
  time: 1_700_000_000,
};
const LOGOUT = { ...LOGIN, type: 8, user: '', host: '', time: 1_700_000_900 };
const BOOT = { type: 2, pid: 0, line: '~', user: 'reboot', host: '6.1.0', time: 1_699_999_000 };

test.each([384, 400])('reads logins and logouts from records of %d bytes', async (size) => {
  const wtmp = Buffer.concat([BOOT, LOGIN, LOGOUT].map((record) => toRecord(record, size)));
  const { rows } = await queryFixture({ '/var/log/wtmp': wtmp }, 'SELECT * FROM last');
  const common = { tty: 'pts/0', pid: '900' };
  expect(rows).toEqual([
    {
      ...{ ...common, username: 'root', type: '7', type_name: 'user-process' },
      ...{ time: '1700000000', host: '198.51.100.7' },
    },
    {
      ...{ ...common, username: '', type: '8', type_name: 'dead-process' },
      ...{ time: '1700000900', host: '' },
    },
  ]);
});

test('shows sessions and the other records of utmp', async () => {
  const full = { ...LOGIN, user: 'x'.repeat(32), line: 'tty\u001b[2J', time: 4_000_000_000 };
  const utmp = Buffer.concat([
    ...[BOOT, LOGIN, full, { ...LOGIN, type: 42 }].map((record) => toRecord(record)),
    toRecord({ ...LOGIN, pid: 1 }),
  ]);
  const { rows } = await queryFixture(
    { '/run/utmp': utmp },
    'SELECT type, user, time, tty FROM logged_in_users'
  );
  expect(rows).toEqual([
    { type: 'boot_time', user: 'reboot', time: '1699999000', tty: '~' },
    { type: 'user', user: 'root', time: '1700000000', tty: 'pts/0' },
    { type: 'user', user: 'x'.repeat(32), time: '4000000000', tty: 'tty\u001b[2J' },
    { type: 'unknown', user: 'root', time: '1700000000', tty: 'pts/0' },
  ]);
});

test('reads the whole records of a file that is cut off, and none of a missing one', async () => {
  const cut = Buffer.concat([toRecord(LOGIN), toRecord(LOGOUT).subarray(0, 100)]);
  const sql = 'SELECT count(*) AS records FROM last';
  expect((await queryFixture({ '/var/log/wtmp': cut }, sql)).rows).toEqual([{ records: '1' }]);
  expect((await queryFixture({}, sql)).rows).toEqual([{ records: '0' }]);
});
