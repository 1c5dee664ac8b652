import { expect, test } from 'vitest';
import { queryFixture } from '../query.fixture';

test('reads units from their files where systemd does not run', async () => {
  const { rows } = await queryFixture(
    {
      '/etc/systemd/system/evil.service':
        '# [Unit]\n[Unit]\nDescription=Not evil\nDescription=Really not\n[Service]\nUser=www-data\nExecStart=/tmp/x\n[Install]\nWantedBy=multi-user.target\n',
      '/etc/systemd/system/multi-user.target.wants/evil.service': { link: '../evil.service' },
      '/etc/systemd/system/dbus.service': { link: '/dev/null' },
      '/lib/systemd/system/dbus.service': '[Unit]\nDescription=hidden\n',
      '/lib/systemd/system/idle.service': '[Install]\nWantedBy=x\n',
      '/lib/systemd/system/static.socket': '[Socket]\n',
      '/lib/systemd/system/alias.service': { link: 'idle.service' },
      '/lib/systemd/system/README': '',
    },
    'SELECT id, description, load_state, unit_file_state, fragment_path, user, object_path FROM systemd_units'
  );
  expect(rows.map((row) => Object.values(row).slice(0, 4).join('|'))).toEqual([
    'alias.service||loaded|alias',
    'dbus.service||masked|masked',
    'evil.service|Really not|loaded|enabled',
    'idle.service||loaded|disabled',
    'static.socket||loaded|static',
  ]);
  expect(rows[2]).toMatchObject({
    fragment_path: '/etc/systemd/system/evil.service',
    user: 'www-data',
    object_path: '/org/freedesktop/systemd1/unit/evil_2eservice',
  });
});

test('takes the word of systemd where it runs', async () => {
  const live =
    'Id=ssh.service\nDescription=OpenBSD = Secure Shell\nLoadState=loaded\nActiveState=active\nSubState=running\nUnitFileState=enabled\nFollowing=\nJob=17\nFragmentPath=/lib/systemd/system/ssh.service\nUser=\nSourcePath=\n\nId=7.scope\nLoadState=loaded\nJob=0\n';
  const sql = 'SELECT * FROM systemd_units';
  const { rows } = await queryFixture({}, sql, { readSystemdUnits: () => live });
  expect(rows).toMatchObject([
    {
      ...{ id: 'ssh.service', description: 'OpenBSD = Secure Shell', load_state: 'loaded' },
      ...{ active_state: 'active', sub_state: 'running', unit_file_state: 'enabled' },
      ...{ job_id: '17', job_path: '/org/freedesktop/systemd1/job/17' },
      fragment_path: '/lib/systemd/system/ssh.service',
    },
    {
      ...{ id: '7.scope', job_id: '0', job_path: '/' },
      object_path: '/org/freedesktop/systemd1/unit/_37_2escope',
    },
  ]);
});
