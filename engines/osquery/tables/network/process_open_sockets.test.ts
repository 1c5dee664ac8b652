import { expect, test } from 'vitest';
import type { FixtureFile } from '../../../machine/create_machine.fixture';
import { queryFixture } from '../query.fixture';

const TCP_HEADER =
  '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n';
const tcpLine = (local: string, remote: string, state: string, inode: number): string =>
  `   0: ${local} ${remote} ${state} 00000000:00000000 00:00000000 00000000    33        0 ${inode} 1 0000000000000000 100 0 0 10 0\n`;
const UNIX_HEADER = 'Num       RefCount Protocol Flags    Type St Inode Path\n';

const NET: Record<string, FixtureFile> = {
  tcp:
    TCP_HEADER +
    tcpLine('0100007F:1F90', '00000000:0000', '0A', 101) +
    tcpLine('0F02000A:D431', '08080808:01BB', '01', 102) +
    tcpLine('0F02000A:D432', '08080808:01BB', '06', 0) +
    'damaged line\n',
  tcp6:
    TCP_HEADER +
    tcpLine(
      'B80D0120000000000000000001000000:0050',
      '0000000000000000FFFF00000200000A:C350',
      '01',
      103
    ),
  udp: TCP_HEADER + tcpLine('00000000:0044', '00000000:0000', '07', 104),
  unix: `${UNIX_HEADER}0000000000000000: 00000002 00000000 00010000 0001 01   105 /run/my app.sock
0000000000000000: 00000003 00000000 00000000 0001 03   106
0000000000000000: 00000002 00000000 00010000 0001 01   107 /tmp/a
b.sock
`,
  packet:
    'sk               RefCnt Type Proto  Iface R Rmem   User   Inode\n0000000000000000 3      3    0003   2     1 0      0      108\n',
};

/** Processes of one namespace, whose lists are the same files. */
const LISTS = Object.fromEntries(Object.entries(NET).map(([list, text]) => [`/net/${list}`, text]));

const holder = (pid: number, links: Record<string, string>): Record<string, FixtureFile> => ({
  ...LISTS,
  [`/proc/${pid}/ns/net`]: { link: 'net:[4026531840]' },
  [`/proc/${pid}/net`]: { link: '../../net' },
  ...Object.fromEntries(
    Object.entries(links).map(([fd, link]) => [`/proc/${pid}/fd/${fd}`, { link }])
  ),
});

const SQL =
  'SELECT pid, fd, socket, family, protocol, local_address, local_port, remote_address, remote_port, path, state FROM process_open_sockets';

test('matches descriptors with sockets of every family', async () => {
  const links = { 3: 'socket:[101]', 4: 'socket:[103]', 5: '/dev/null', 6: 'socket:[105]' };
  const { rows } = await queryFixture(holder(7, links), `${SQL} WHERE pid = 7`);
  expect(rows).toEqual([
    {
      ...{
        pid: '7',
        fd: '3',
        socket: '101',
        family: '2',
        protocol: '6',
        state: 'LISTEN',
        path: '',
      },
      ...{
        local_address: '127.0.0.1',
        local_port: '8080',
        remote_address: '0.0.0.0',
        remote_port: '0',
      },
    },
    {
      ...{
        pid: '7',
        fd: '4',
        socket: '103',
        family: '10',
        protocol: '6',
        state: 'ESTABLISHED',
        path: '',
      },
      ...{ local_address: '2001:db8::1', local_port: '80' },
      ...{ remote_address: '::ffff:10.0.0.2', remote_port: '50000' },
    },
    {
      ...{ pid: '7', fd: '6', socket: '105', family: '1', protocol: '0', state: '' },
      ...{ local_address: '', local_port: '0', remote_address: '', remote_port: '0' },
      path: '/run/my app.sock',
    },
  ]);
});

test('keeps sockets no process is known to hold, under pid -1', async () => {
  const { rows } = await queryFixture(
    holder(7, {}),
    'SELECT pid, fd, socket, state FROM process_open_sockets'
  );
  expect(rows).toHaveLength(9);
  expect(new Set(rows.map(({ pid, fd }) => `${pid}/${fd}`))).toEqual(new Set(['-1/-1']));
  expect(rows.map(({ state }) => state)).toContain('TIME_WAIT');
});

test('keeps a newline in the path of a unix socket with that path', async () => {
  const { rows } = await queryFixture(
    holder(7, { 3: 'socket:[107]' }),
    'SELECT path FROM process_open_sockets WHERE pid = 7'
  );
  expect(rows).toEqual([{ path: '/tmp/a\nb.sock' }]);
});

test('gives one row for each process that holds the same socket', async () => {
  const { rows } = await queryFixture(
    { ...holder(7, { 3: 'socket:[101]' }), ...holder(8, { 9: 'socket:[101]' }) },
    'SELECT pid, fd FROM process_open_sockets WHERE socket = 101'
  );
  expect(rows).toEqual([
    { pid: '7', fd: '3' },
    { pid: '8', fd: '9' },
  ]);
});

test('counts no socket twice where a process hides its network namespace', async () => {
  const hidden = holder(6, {});
  delete hidden['/proc/6/ns/net'];
  const { rows } = await queryFixture(
    { ...hidden, ...holder(7, {}) },
    'SELECT socket, net_namespace FROM process_open_sockets WHERE family = 2'
  );
  expect(rows).toHaveLength(4);
  expect(new Set(rows.map(({ net_namespace: namespace }) => namespace))).toEqual(
    new Set(['4026531840'])
  );
});

test('knows the namespace of a process that hides it by its socket lists', async () => {
  const hidden = holder(6, { 3: 'socket:[101]' });
  delete hidden['/proc/6/ns/net'];
  const other = {
    '/proc/5/fd/3': { link: 'socket:[900]' },
    '/proc/5/net/unix': `${UNIX_HEADER}0000000000000000: 00000002 00000000 00010000 0001 01   900 @other\n`,
  };
  const ours = {
    '/proc/self/ns/net': { link: 'net:[4026531840]' },
    '/proc/self/net': { link: '../../net' },
  };
  const { rows } = await queryFixture(
    { ...hidden, ...other, ...ours },
    'SELECT pid, socket, net_namespace FROM process_open_sockets WHERE pid IN (5, 6)'
  );
  expect(rows).toEqual([
    { pid: '5', socket: '900', net_namespace: '0' },
    { pid: '6', socket: '101', net_namespace: '4026531840' },
  ]);
});

test('reads the descriptors of the wanted process only', async () => {
  const { reads } = await queryFixture(
    { ...holder(7, { 3: 'socket:[101]' }), ...holder(8, { 9: 'socket:[102]' }) },
    'SELECT * FROM process_open_sockets WHERE pid = 8'
  );
  expect(reads.filter((path) => path.startsWith('/proc/7'))).toEqual([]);
});

test('reads a namespace once for all processes of a join', async () => {
  const status = 'Name:\tx\n';
  const { reads } = await queryFixture(
    {
      ...holder(7, { 3: 'socket:[101]' }),
      ...holder(8, { 9: 'socket:[102]' }),
      '/proc/7/status': status,
      '/proc/8/status': status,
    },
    'SELECT * FROM processes LEFT JOIN process_open_sockets USING (pid)'
  );
  expect(reads.filter((path) => path.endsWith('/net/tcp'))).toHaveLength(1);
});

test('lists what listens: unconnected internet sockets and named unix sockets', async () => {
  const { rows } = await queryFixture(
    holder(7, { 3: 'socket:[101]', 4: 'socket:[102]', 5: 'socket:[106]' }),
    'SELECT pid, port, family, address, socket, path FROM listening_ports ORDER BY family, port, path'
  );
  expect(rows).toEqual([
    { pid: '-1', port: '0', family: '1', address: '', socket: '0', path: '/run/my app.sock' },
    { pid: '-1', port: '0', family: '1', address: '', socket: '0', path: '/tmp/a\nb.sock' },
    { pid: '-1', port: '68', family: '2', address: '0.0.0.0', socket: '104', path: '' },
    { pid: '7', port: '8080', family: '2', address: '127.0.0.1', socket: '101', path: '' },
    { pid: '-1', port: '0', family: '17', address: '', socket: '108', path: '' },
  ]);
});
