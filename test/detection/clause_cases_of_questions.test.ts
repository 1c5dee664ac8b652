import { ALERT_RISK } from '../../common/detection';
import { GRAVE_RISK as GRAVE, holdClauseCases } from './hold_clause_cases';

holdClauseCases([
  [
    'tools are looked for together',
    ['argv', 'whereis php node'],
    ALERT_RISK,
    ['argv', 'whereis php'],
    ALERT_RISK,
  ],
  [
    'two tools by which one goes on',
    ['argv', 'which wget curl'],
    ALERT_RISK,
    ['argv', 'which ffmpeg curl'],
    ALERT_RISK,
  ],
  [
    'a home that is others’',
    ['sh', "ls '/srv/x/.ssh'"],
    GRAVE,
    ['sh', "ls '/srv/x/.well-known'"],
    ALERT_RISK,
  ],
  [
    'up from where one stands',
    ['sh', 'ls ../.. | head'],
    GRAVE,
    ['sh', 'ls "$d" | head'],
    ALERT_RISK,
  ],
  [
    'folders of devices',
    ['sh', 'ls -la /sys'],
    ALERT_RISK,
    ['sh', 'ls -la /sys/class/net'],
    ALERT_RISK,
  ],
  [
    'the first of a folder',
    ['sh', 'ls -la /opt/app/x | head -1'],
    ALERT_RISK,
    ['sh', 'ls /opt/app/x | head -1'],
    ALERT_RISK,
  ],
  ['where one stands', ['sh', 'ls'], GRAVE, ['sh', 'cd /srv && ls | wc -l'], ALERT_RISK],
  ['connections for eyes', ['argv', 'ss -tn'], ALERT_RISK, ['argv', 'ss -tnH'], ALERT_RISK],
  [
    'all connections, not what listens',
    ['argv', 'netstat -an'],
    ALERT_RISK,
    ['argv', 'netstat -tln'],
    ALERT_RISK,
  ],
  ['addresses for eyes', ['argv', 'ip addr'], ALERT_RISK, ['argv', 'ip -j addr'], ALERT_RISK],
  ['addresses in few words', ['argv', 'ip a'], ALERT_RISK, ['argv', 'ip -4 addr show'], ALERT_RISK],
  ['interfaces', ['argv', 'ip link'], ALERT_RISK, ['argv', 'ip link show'], ALERT_RISK],
  [
    'a way is laid',
    ['argv', 'ip route add 10.8.0.0/16 via 10.0.0.9'],
    ALERT_RISK,
    ['argv', 'ip route get 10.8.0.9'],
    ALERT_RISK,
  ],
  ['processes as one types it', ['argv', 'ps'], ALERT_RISK, ['argv', 'ps x'], ALERT_RISK],
  [
    'all processes, not the largest',
    ['argv', 'ps aux'],
    ALERT_RISK,
    ['argv', 'ps aux --sort=-rss'],
    ALERT_RISK,
  ],
]);
