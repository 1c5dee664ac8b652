import { ALERT_RISK } from '../../common/detection';
import { GRAVE_RISK as GRAVE, holdClauseCases } from './hold_clause_cases';

/** Upkeep of machines and applications, beside what intruders do with the same words. */
holdClauseCases([
  [
    'an answer is printed that would be an alert alone, not one value',
    ['sh', 'echo $(uname -a)'],
    GRAVE,
    ['sh', 'echo "$(hostname) $(date -u +%FT%TZ) ok" >> /srv/app/var/status.log'],
    ALERT_RISK,
  ],
  [
    'what is printed is computed by somebody’s code, not a file’s one line',
    ['sh', "echo $(python3 -c 'print(7*7)')"],
    GRAVE,
    ['sh', 'echo $(cat /srv/app/VERSION)'],
    ALERT_RISK,
  ],
  [
    'a value by itself is asked for, not one that becomes a word',
    ['sh', 'hostname'],
    ALERT_RISK,
    ['sh', 'echo $(hostname)'],
    ALERT_RISK,
  ],
  [
    'a grave question stays one inside a word',
    ['sh', 'printf %s "$(id)"'],
    GRAVE,
    ['sh', 'echo "users: $(who)"'],
    ALERT_RISK,
  ],
  [
    'harmless questions in a row, not such as are counted',
    ['sh', 'lsb_release -a; nproc; free -h; df -h'],
    ALERT_RISK,
    ['sh', 'uptime; free -m; df -h; who | wc -l'],
    ALERT_RISK,
  ],
  [
    'a folder is gone to and looked at, not counted',
    ['sh', 'cd /srv/app && find . -type f'],
    GRAVE,
    ['sh', 'cd /srv/app && find . -type f | wc -l'],
    ALERT_RISK,
  ],
  [
    'a secret is looked for among settings, not a word among translations',
    ['sh', 'grep -ri token /srv/app/conf'],
    GRAVE,
    ['sh', 'grep -ri token /srv/app/lang'],
    ALERT_RISK,
  ],
  [
    'texts of an application are no cover for another folder',
    ['sh', 'grep -rl password /srv/app/lang /srv/app/src'],
    GRAVE,
    ['sh', 'grep -rl password /srv/app/lang /srv/app/docs'],
    ALERT_RISK,
  ],
  [
    'all of a journal is cleared, not what is days old',
    ['sh', 'journalctl --vacuum-time=1s'],
    GRAVE,
    ['sh', 'journalctl --vacuum-time=7d'],
    ALERT_RISK,
  ],
  [
    'of a journal nothing is left, not hundreds of megabytes',
    ['sh', 'journalctl --rotate --vacuum-size=1M'],
    GRAVE,
    ['sh', 'journalctl --rotate --vacuum-size=500M'],
    ALERT_RISK,
  ],
  [
    'a mark and a command behind it end at a quote',
    ['argv', `convert 'https://a.example/";id"' out.png`],
    GRAVE,
    ['argv', `convert 'a;idea.png' out.png`],
    ALERT_RISK,
  ],
  [
    'the accounts of the machine, by where one went to',
    ['sh', 'cd ../../../etc && cat passwd'],
    'account_file_read',
    ['sh', 'cd /srv/app && cat passwd'],
    'account_file_read',
  ],
  [
    'a file below the system’s folders, not the version of what lies there',
    ['sh', 'cat /opt/app/notes'],
    GRAVE,
    ['sh', 'cat /opt/app/VERSION'],
    ALERT_RISK,
  ],
  [
    'sessions of visitors are read, not what PHP keeps beside them',
    ['sh', 'grep -h user /var/lib/php/sessions/sess_ab12'],
    GRAVE,
    ['sh', 'grep -h date /var/lib/php/modules/enabled'],
    ALERT_RISK,
  ],
]);
