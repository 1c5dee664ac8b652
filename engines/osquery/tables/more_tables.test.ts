import { expect, test } from 'vitest';
import { queryFixture } from './query.fixture';

const PASSWD = 'root:x:0:0:root:/root:/bin/bash\nann:x:1000:1000:Ann:/home/ann:/bin/bash\n';

test('process_memory_map reads one process or all', async () => {
  const maps =
    '55d0c7a00000-55d0c7a02000 r-xp 00001000 08:01 1234                       /usr/bin/my cat\n' +
    '7ffd5b5d9000-7ffd5b5fa000 rw-p 00000000 00:00 0                          [stack]\n' +
    '7f0000000000-7f0000001000 rw-p 00000000 00:00 0 \n';
  const { rows, reads } = await queryFixture(
    { '/proc/7/maps': maps, '/proc/8/maps': maps },
    'SELECT * FROM process_memory_map WHERE pid = 7'
  );
  expect(rows).toMatchObject([
    {
      ...{ pid: '7', start: '0x55d0c7a00000', end: '0x55d0c7a02000', permissions: 'r-xp' },
      ...{ offset: '4096', device: '08:01', inode: '1234', path: '/usr/bin/my cat', pseudo: '0' },
    },
    { path: '[stack]', pseudo: '1' },
    { path: '', pseudo: '1' },
  ]);
  expect(reads).not.toContain('/proc/8/maps');
});

test('kernel_modules, arp_cache, etc_hosts and dns_resolvers show the lines of their files', async () => {
  const tree = {
    '/proc/modules':
      'overlay 151552 0 - Live 0x0000000000000000\nnf_nat 49152 2 xt_MASQUERADE,nft_nat, Live 0x0\n',
    '/proc/net/arp':
      'IP address       HW type     Flags       HW address            Mask     Device\n' +
      '10.0.0.1         0x1         0x2         aa:bb:cc:dd:ee:ff     *        eth0\n' +
      '10.0.0.2         0x1         0x6         aa:bb:cc:dd:ee:00     *        eth0\n',
    '/etc/hosts': '127.0.0.1\tlocalhost lo # me\n# 1.2.3.4 off\n\n::1 ip6-localhost\n',
    '/etc/resolv.conf':
      'domain old.example\nsearch a.example b.example\nnameserver 10.0.0.53 # x\nnameserver 10.0.0.54\n',
  };
  const find = async (sql: string) => (await queryFixture(tree, sql)).rows;
  expect(await find('SELECT name, size, used_by, status FROM kernel_modules')).toEqual([
    { name: 'overlay', size: '151552', used_by: '-', status: 'Live' },
    { name: 'nf_nat', size: '49152', used_by: 'xt_MASQUERADE,nft_nat,', status: 'Live' },
  ]);
  expect(await find('SELECT address, permanent FROM arp_cache')).toEqual([
    { address: '10.0.0.1', permanent: '0' },
    { address: '10.0.0.2', permanent: '1' },
  ]);
  expect(await find('SELECT * FROM etc_hosts')).toEqual([
    { address: '127.0.0.1', hostnames: 'localhost lo' },
    { address: '::1', hostnames: 'ip6-localhost' },
  ]);
  expect(await find('SELECT id, type, address FROM dns_resolvers')).toEqual([
    { id: '0', type: 'nameserver', address: '10.0.0.53' },
    { id: '1', type: 'nameserver', address: '10.0.0.54' },
    { id: '0', type: 'search', address: 'a.example' },
    { id: '1', type: 'search', address: 'b.example' },
  ]);
});

test('system_controls names settings as sysctl does, one or all', async () => {
  const tree = {
    '/proc/sys/net/ipv4/ip_forward': '1\n',
    '/proc/sys/kernel/yama/ptrace_scope': '0\n',
    '/etc/sysctl.conf': '# x\nnet.ipv4.ip_forward = 0\n',
  };
  const columns = 'name, subsystem, current_value, config_value';
  expect((await queryFixture(tree, `SELECT ${columns} FROM system_controls`)).rows).toEqual([
    ...[
      {
        name: 'kernel.yama.ptrace_scope',
        subsystem: 'kernel',
        current_value: '0',
        config_value: '',
      },
    ],
    ...[{ name: 'net.ipv4.ip_forward', subsystem: 'net', current_value: '1', config_value: '0' }],
  ]);
  const one = await queryFixture(
    tree,
    "SELECT current_value FROM system_controls WHERE name = 'net.ipv4.ip_forward'"
  );
  expect(one.rows).toEqual([{ current_value: '1' }]);
  expect(one.reads).not.toContain('/proc/sys');
});

test('routes reads both families', async () => {
  const tree = {
    '/proc/net/route':
      'Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n' +
      'eth0\t00000000\t0100000A\t0003\t0\t0\t100\t00000000\t0\t0\t0\n' +
      'eth0\t0000000A\t00000000\t0001\t0\t0\t0\t00FFFFFF\t1400\t0\t0\n',
    '/proc/net/ipv6_route':
      'fe800000000000000000000000000000 40 00000000000000000000000000000000 00 ' +
      '00000000000000000000000000000000 00000100 00000001 00000000 00000001     eth0\n' +
      '00000000000000000000000000000001 80 00000000000000000000000000000000 00 ' +
      '00000000000000000000000000000000 00000000 00000002 00000000 80200001       lo\n',
  };
  const sql = 'SELECT destination, netmask, gateway, interface, mtu, metric, type FROM routes';
  const { rows } = await queryFixture(tree, sql);
  expect(rows.map((row) => Object.values(row).join(' '))).toEqual([
    '0.0.0.0 0 10.0.0.1 eth0 0 100 gateway',
    '10.0.0.0 24  eth0 1400 0 gateway',
    'fe80:: 64  eth0 0 256 gateway',
    '::1 128  lo 0 0 local',
  ]);
});

test('known_hosts and startup_items show what users and system have set up', async () => {
  const tree = {
    '/etc/passwd': PASSWD,
    '/home/ann/.ssh/known_hosts': '# x\ngit.example ssh-ed25519 AAAA\n',
    '/home/ann/.config/autostart/x.desktop': '[Desktop Entry]\nName=Miner\nExec=/tmp/.x --go 1\n',
    '/etc/init.d/backdoor': '#!/bin/sh\n',
    '/etc/systemd/system/evil.service': '[Service]\nExecStart=/tmp/x\n',
  };
  expect((await queryFixture(tree, 'SELECT * FROM known_hosts')).rows).toEqual([
    {
      uid: '1000',
      key: 'git.example ssh-ed25519 AAAA',
      key_file: '/home/ann/.ssh/known_hosts',
    },
  ]);
  const { rows } = await queryFixture(
    tree,
    'SELECT name, path, args, type, username FROM startup_items'
  );
  expect(rows).toEqual([
    ...[
      {
        name: 'backdoor',
        path: '/etc/init.d/backdoor',
        args: '',
        type: 'Startup Item',
        username: 'root',
      },
    ],
    ...[{ name: 'Miner', path: '/tmp/.x', args: '--go 1', type: 'Startup Item', username: 'ann' }],
    {
      ...{ name: 'evil.service', path: '/etc/systemd/system/evil.service', args: '' },
      ...{ type: 'systemd unit', username: 'root' },
    },
  ]);
});

test('deb_packages leaves out what is not installed', async () => {
  const status =
    'Package: bash\nStatus: install ok installed\nPriority: required\nInstalled-Size: 7164\n' +
    'Maintainer: M <m@x>\nArchitecture: amd64\nVersion: 5.2.15-2+b7\nDescription: shell\n more: text\n\n' +
    'Package: gone\nStatus: purge ok not-installed\nVersion: 1\n';
  const { rows } = await queryFixture(
    { '/var/lib/dpkg/status': status },
    'SELECT name, version, revision, size, arch, status FROM deb_packages'
  );
  expect(rows).toEqual([
    {
      ...{ name: 'bash', version: '5.2.15-2+b7', revision: '2+b7', size: '7164', arch: 'amd64' },
      status: 'install ok installed',
    },
  ]);
});

test('docker_containers are read from the directory of Docker, and damaged ones passed over', async () => {
  const config = {
    ...{
      ID: 'abc',
      Name: '/web',
      Created: '2026-01-01T00:00:00Z',
      Path: 'nginx',
      Args: ['-g', 'x'],
    },
    Config: { Image: 'nginx:1', Entrypoint: ['/entry'], Env: ['A=1', 'B=2'] },
    ...{ Image: 'sha256:1', State: { Running: true, Pid: 7, StartedAt: '2026-01-02T00:00:00Z' } },
  };
  const directory = '/var/lib/docker/containers';
  const { rows } = await queryFixture(
    {
      [`${directory}/abc/config.v2.json`]: JSON.stringify(config),
      [`${directory}/abc/hostconfig.json`]: JSON.stringify({ Privileged: true }),
      [`${directory}/bad/config.v2.json`]: '{',
      '/proc/7/ns/mnt': { link: 'mnt:[4026532]' },
    },
    'SELECT id, name, image, command, created, state, pid, privileged, env_variables, mnt_namespace FROM docker_containers'
  );
  expect(rows).toEqual([
    {
      ...{
        id: 'abc',
        name: '/web',
        image: 'nginx:1',
        command: 'nginx -g x',
        created: '1767225600',
      },
      ...{ state: 'running', pid: '7', privileged: '1', env_variables: 'A=1, B=2' },
      mnt_namespace: '4026532',
    },
  ]);
});

test('process_open_pipes pairs the ends of a pipe', async () => {
  const tree = {
    '/proc/7/fd/1': { link: 'pipe:[99]' },
    '/proc/7/fdinfo/1': 'pos:\t0\nflags:\t01\n',
    '/proc/8/fd/0': { link: 'pipe:[99]' },
    '/proc/8/fdinfo/0': 'pos:\t0\nflags:\t00\n',
    '/proc/9/fd/0': { link: 'socket:[98]' },
  };
  const sql = 'SELECT pid, fd, mode, partner_pid, partner_fd, partner_mode FROM process_open_pipes';
  const { rows } = await queryFixture(tree, sql);
  expect(rows.map((row) => Object.values(row).join(' '))).toEqual(['7 1 w 8 0 r', '8 0 r 7 1 w']);
});

test('time is now, in UTC', async () => {
  const before = Math.floor(Date.now() / 1000);
  const { rows } = await queryFixture({}, 'SELECT unix_time, datetime, year, timezone FROM time');
  const [row] = rows;
  expect(Number(row?.['unix_time'])).toBeGreaterThanOrEqual(before);
  expect(Date.parse(String(row?.['datetime'])) / 1000).toBe(Number(row?.['unix_time']));
  expect(row).toMatchObject({ timezone: 'UTC', year: String(row?.['datetime']).slice(0, 4) });
});

test('columns of other systems are there, hidden and empty', async () => {
  const tree = { '/etc/passwd': PASSWD, '/etc/group': 'root:x:0:\n' };
  const users = await queryFixture(
    tree,
    'SELECT uid, username, type, is_hidden FROM users LIMIT 1'
  );
  expect(users.rows).toEqual([{ uid: '0', username: 'root', type: '', is_hidden: '' }]);
  const all = await queryFixture(tree, 'SELECT * FROM users LIMIT 1');
  expect(Object.keys(all.rows[0] ?? {})).not.toContain('type');
  const groups = await queryFixture(tree, 'SELECT group_sid, comment FROM groups');
  expect(groups.rows).toHaveLength(1);
});

test('suid_bin looks where programs lie, and not twice through a link', async () => {
  const tree = { '/usr/bin/passwd': 'x', '/bin': { link: '/usr/bin' }, '/etc/passwd': PASSWD };
  expect((await queryFixture(tree, 'SELECT path FROM suid_bin')).rows).toEqual([]);
});

test('shadow tells whether passwords are set, and shared_memory who has what', async () => {
  const tree = {
    '/etc/shadow': 'root:$y$j9T$x:20000:0:99999:7:::\nann:!:20001::::::\nbob::20001::::::\n',
    '/proc/sysvipc/shm':
      '       key      shmid perms                  size  cpid  lpid nattch   uid   gid  cuid  cgid      atime      dtime      ctime                   rss                  swap\n' +
      '         0          5  1600                524288  1234  1300      2  1000  1000  1000  1000 1767225600          0 1767225601                  8192                     0\n',
  };
  const users = await queryFixture(
    tree,
    'SELECT username, password_status, hash_alg, max FROM shadow'
  );
  expect(users.rows.map((row) => Object.values(row).join(' '))).toEqual([
    'root active y 99999',
    'ann locked  -1',
    'bob empty  -1',
  ]);
  const { rows } = await queryFixture(
    tree,
    'SELECT shmid, owner_uid, pid, creator_pid, permissions, size, attached, status FROM shared_memory'
  );
  expect(rows.map((row) => Object.values(row).join(' '))).toEqual([
    '5 1000 1300 1234 0600 524288 2 dest',
  ]);
});

test('interface_details, interface_ipv6, usb_devices and memory_map read what the kernel shows', async () => {
  const tree = {
    '/sys/class/net/eth0/address': 'aa:bb:cc:dd:ee:ff\n',
    '/sys/class/net/eth0/mtu': '1500\n',
    '/sys/class/net/eth0/flags': '0x1003\n',
    '/sys/class/net/eth0/statistics/rx_bytes': '42\n',
    '/proc/sys/net/ipv6/conf/all/forwarding': '1\n',
    '/proc/sys/net/ipv6/conf/eth0/hop_limit': '64\n',
    '/sys/bus/usb/devices/1-1/idVendor': '0951\n',
    '/sys/bus/usb/devices/1-1/removable': 'removable\n',
    '/sys/bus/usb/devices/1-1:1.0/bInterfaceClass': '08\n',
    '/sys/firmware/memmap/0/type': 'System RAM\n',
    '/sys/firmware/memmap/0/start': '0x0\n',
    '/sys/firmware/memmap/0/end': '0x9fbff\n',
  };
  const find = async (sql: string) =>
    (await queryFixture(tree, sql)).rows.map((row) => Object.values(row).join(' '));
  expect(
    await find('SELECT interface, mac, mtu, flags, ibytes, obytes FROM interface_details')
  ).toEqual(['eth0 aa:bb:cc:dd:ee:ff 1500 4099 42 0']);
  expect(await find('SELECT interface, hop_limit FROM interface_ipv6')).toEqual(['eth0 64']);
  expect(await find('SELECT vendor_id, removable FROM usb_devices')).toEqual(['0951 1']);
  expect(await find('SELECT * FROM memory_map')).toEqual(['System RAM 0x0 0x9fbff']);
});

test('process_namespaces shows the inodes, and containers their mounts and ports', async () => {
  const directory = '/var/lib/docker/containers/abc';
  const config = {
    ID: 'abc',
    MountPoints: { '/data': { Type: 'bind', Source: '/', Destination: '/data', RW: true } },
    NetworkSettings: {
      Ports: { '80/tcp': [{ HostIp: '0.0.0.0', HostPort: '8080' }], '9/udp': null },
    },
  };
  const tree = {
    '/proc/7/ns/mnt': { link: 'mnt:[11]' },
    '/proc/7/ns/pid': { link: 'pid:[12]' },
    [`${directory}/config.v2.json`]: JSON.stringify(config),
  };
  const find = async (sql: string) =>
    (await queryFixture(tree, sql)).rows.map((row) => Object.values(row).join(' '));
  expect(await find('SELECT pid, mnt_namespace, pid_namespace FROM process_namespaces')).toEqual([
    '7 11 12',
  ]);
  expect(
    await find('SELECT id, type, source, destination, rw FROM docker_container_mounts')
  ).toEqual(['abc bind / /data 1']);
  expect(await find('SELECT type, port, host_ip, host_port FROM docker_container_ports')).toEqual([
    'tcp 80 0.0.0.0 8080',
    'udp 9  0',
  ]);
});

test('block_devices tells partitions from disks, ssh_configs which host a setting is for', async () => {
  const tree = {
    '/sys/devices/block/sda/size': '2048\n',
    '/sys/devices/block/sda/queue/logical_block_size': '512\n',
    '/sys/devices/block/sda/sda1/size': '1024\n',
    '/sys/devices/block/sda/sda1/partition': '1\n',
    '/sys/class/block/sda': { link: '../../devices/block/sda' },
    '/sys/class/block/sda1': { link: '../../devices/block/sda/sda1' },
    '/dev/disk/by-uuid/abcd': { link: '../../sda1' },
    '/proc/self/mounts': '/dev/sda1 / ext4 rw 0 0\n',
    '/etc/passwd': PASSWD,
    '/home/ann/.ssh/config': 'Compression yes\nHost evil\n  ProxyCommand /tmp/x %h\n',
  };
  const find = async (sql: string) =>
    (await queryFixture(tree, sql)).rows.map((row) => Object.values(row).join('|'));
  expect(
    await find('SELECT name, parent, size, block_size, uuid, type FROM block_devices')
  ).toEqual(['/dev/sda||2048|512||', '/dev/sda1|/dev/sda|1024|512|abcd|ext4']);
  expect(await find('SELECT uid, block, option FROM ssh_configs')).toEqual([
    '1000||Compression yes',
    '1000|Host evil|ProxyCommand /tmp/x %h',
  ]);
});
