import { expect, test } from 'vitest';
import type { Machine } from '../../../machine/machine';
import { queryFixture } from '../query.fixture';

test('shows the distribution from os-release', async () => {
  const release =
    'NAME="Debian GNU/Linux"\nVERSION_ID="12.5"\nVERSION="12 (bookworm)"\nVERSION_CODENAME=bookworm\nID=debian\nID_LIKE=\'a b\'\n';
  const { rows } = await queryFixture({ '/etc/os-release': release }, 'SELECT * FROM os_version');
  expect(rows).toMatchObject([
    {
      ...{
        name: 'Debian GNU/Linux',
        version: '12 (bookworm)',
        major: '12',
        minor: '5',
        patch: '0',
      },
      ...{ platform: 'debian', platform_like: 'a b', codename: 'bookworm', build: '' },
    },
  ]);
});

test('shows the exact version of a Red Hat machine, and defaults of an unknown one', async () => {
  const redhat = await queryFixture(
    {
      '/etc/os-release': 'NAME="CentOS Linux"\nVERSION_ID="7"\nID="centos"\n',
      '/etc/redhat-release': 'CentOS Linux release 7.9.2009 (Core)\n',
    },
    'SELECT name, version, major, minor, patch, platform FROM os_version'
  );
  expect(redhat.rows).toEqual([
    {
      ...{ name: 'CentOS Linux', version: 'CentOS Linux release 7.9.2009 (Core)' },
      ...{ major: '7', minor: '9', patch: '2009', platform: 'rhel' },
    },
  ]);
  const unknown = await queryFixture({}, 'SELECT name, major, platform FROM os_version');
  expect(unknown.rows).toEqual([{ name: 'Unknown', major: '0', platform: 'posix' }]);
});

test('shows names and hardware, as far as they can be read', async () => {
  const cpu = (processor: number): string =>
    `processor\t: ${processor}\nmodel\t\t: 85\nmodel name\t: Xeon\nmicrocode\t: 0x2\nphysical id\t: 0\nsiblings\t: 4\ncore id\t\t: ${processor % 2}\n\n`;
  const { rows } = await queryFixture(
    {
      '/proc/sys/kernel/hostname': 'web-1\n',
      '/etc/machine-id': '3d1219c7c4c5404aaa1f6d2a48adfda4\n',
      '/proc/cpuinfo': [0, 1, 2, 3].map(cpu).join(''),
      '/proc/meminfo': 'MemTotal:        2048 kB\nMemFree: 1 kB\n',
      '/sys/class/dmi/id/sys_vendor': 'LENOVO\n',
      '/sys/class/dmi/id/product_name': '20XX\n',
      '/sys/class/dmi/id/product_version': 'ThinkPad\n',
    },
    'SELECT * FROM system_info'
  );
  expect(rows).toMatchObject([
    {
      ...{ hostname: 'web-1', uuid: '3d1219c7-c4c5-404a-aa1f-6d2a48adfda4', cpu_brand: 'Xeon' },
      ...{ cpu_subtype: '85', cpu_physical_cores: '2', cpu_logical_cores: '4', cpu_sockets: '1' },
      ...{ cpu_microcode: '0x2', physical_memory: '2097152', hardware_model: 'ThinkPad' },
      ...{ hardware_version: '20XX', hardware_serial: '' },
    },
  ]);
  const bare = await queryFixture({}, 'SELECT physical_memory, cpu_sockets FROM system_info');
  expect(bare.rows).toEqual([{ physical_memory: '-1', cpu_sockets: '-1' }]);
});

test('splits the uptime, and has no row where it can not be read', async () => {
  const { rows } = await queryFixture({ '/proc/uptime': '90061.99 5.0\n' }, 'SELECT * FROM uptime');
  expect(rows).toEqual([
    { days: '1', hours: '1', minutes: '1', seconds: '1', total_seconds: '90061' },
  ]);
  expect((await queryFixture({}, 'SELECT * FROM uptime')).rows).toEqual([]);
});

test('tells the kernel from its command line', async () => {
  const { rows } = await queryFixture(
    {
      '/proc/version': 'Linux version 6.1.0-18-amd64 (debian) (gcc 12) #1 SMP\n',
      '/proc/cmdline': 'BOOT_IMAGE=/boot/vmlinuz root=UUID=ab-cd ro quiet\n',
    },
    'SELECT * FROM kernel_info'
  );
  expect(rows).toEqual([
    {
      version: '6.1.0-18-amd64',
      arguments: 'ro quiet',
      path: '/boot/vmlinuz',
      device: 'UUID=ab-cd',
    },
  ]);
});

test('lists mounts with escaped names, and leaves sizes unasked where they are not shown', async () => {
  const tree = {
    '/proc/mounts':
      '/dev/root / ext4 rw 0 0\nx /mnt/a\\040b\\134c\\011 tmpfs rw,noexec 0 0\nbroken\n',
    '/dev/root': { link: 'vda1' },
  };
  const { rows } = await queryFixture(
    tree,
    'SELECT device, device_alias, path, type, flags FROM mounts'
  );
  expect(rows).toEqual([
    { device: '/dev/root', device_alias: '/dev/vda1', path: '/', type: 'ext4', flags: 'rw' },
    { device: 'x', device_alias: 'x', path: '/mnt/a b\\c\t', type: 'tmpfs', flags: 'rw,noexec' },
  ]);
  const sizes = await queryFixture(tree, 'SELECT blocks_size, blocks FROM mounts');
  expect(Number(sizes.rows[0]?.['blocks_size'])).toBeGreaterThan(0);
  expect(sizes.rows[1]).toEqual({ blocks_size: '0', blocks: '0' });
});

test('lists addresses with masks and broadcast', async () => {
  const common = { mac: '', internal: false, cidr: null };
  const networkInterfaces = (): ReturnType<Machine['networkInterfaces']> => ({
    lo: [{ ...common, family: 'IPv4', address: '127.0.0.1', netmask: '255.0.0.0' }],
    eth0: [
      { ...common, family: 'IPv4', address: '10.1.2.3', netmask: '255.255.240.0' },
      { ...common, family: 'IPv6', address: 'fe80::1', netmask: 'ffff::', scopeid: 2 },
    ],
  });
  const { rows } = await queryFixture(
    { '/sys/class/net/eth0/flags': '0x1003\n', '/sys/class/net/lo/flags': '0x9\n' },
    'SELECT interface, address, broadcast, point_to_point FROM interface_addresses',
    { networkInterfaces }
  );
  expect(rows).toEqual([
    { interface: 'lo', address: '127.0.0.1', broadcast: '', point_to_point: '127.0.0.1' },
    { interface: 'eth0', address: '10.1.2.3', broadcast: '10.1.15.255', point_to_point: '' },
    { interface: 'eth0', address: 'fe80::1', broadcast: '', point_to_point: '' },
  ]);
});

test('lists groups as they stand, two of one number as well', async () => {
  const group = 'root:x:0:\ntoor:x:0:evil\n# c:x:1:\n+:::\nnogroup:x:4294967294:\n';
  const { rows } = await queryFixture({ '/etc/group': group }, 'SELECT * FROM groups');
  expect(rows).toEqual([
    { gid: '0', gid_signed: '0', groupname: 'root' },
    { gid: '0', gid_signed: '0', groupname: 'toor' },
    { gid: '4294967294', gid_signed: '-2', groupname: 'nogroup' },
  ]);
});
