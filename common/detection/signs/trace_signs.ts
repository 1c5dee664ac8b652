import { toAbsolute, toOperands, toWrittenFiles } from '../reading/command_facts';
import {
  isHiddenPath,
  isPackagedPath,
  isServedCode,
  isWritablePath,
  toFileName,
} from '../reading/paths';
import { isQuoted } from '../reading/is_quoted';
import { seeIf } from './sign_rule';
import type { SignRule } from './sign_rule';

const HISTORY_NAMES = /^(?:HISTFILE|HISTSIZE|HISTFILESIZE|HISTCONTROL|HISTIGNORE|MYSQL_HISTFILE)$/;
const HISTORY_FILE = /\.\w*_?history$/;
const LOG_FILE =
  /^\/var\/(?:log|adm)\/|(?:^|\/)(?:access|error|auth|secure|syslog|messages|wtmp|btmp|utmp|lastlog|audit)[\w.-]*(?:log|_log)?$/;
const PROTECTION =
  /auditd|rsyslog|syslog-ng|falcon-sensor|falco|elastic-(?:agent|endpoint)|filebeat|auditbeat|wazuh|ossec|clamav|clamd|crowdsec|fail2ban|osqueryd|sysmon|apparmor|selinux|aegis|aliyun|AliYunDun|cloudmonitor|qcloud|bcm-agent|firewalld|ufw|iptables|sentinel|mdatp|esets|sophos|carbonblack|cbagent|samhain|tripwire|rkhunter|chkrootkit/i;

/** What makes looking back harder. */
export const TRACE_SIGNS: readonly SignRule[] = [
  {
    id: 'history_off',
    technique: 'T1070.003',
    inCommand: ({ program, args, assignments, text }) => {
      const isUnset = program === 'unset' && args.some((arg) => HISTORY_NAMES.test(arg));
      const isSet =
        assignments.some(({ name }) => HISTORY_NAMES.test(name)) ||
        (program === 'export' && args.some((arg) => HISTORY_NAMES.test(arg.split('=')[0] ?? '')));
      const isCleared = program === 'history' && args.some((arg) => /^-\w*[cdw]/.test(arg));
      const isOff =
        // A shell that is shot keeps no history.
        (program === 'kill' && args.includes('$$') && /^-(?:9|KILL)$/.test(args[0] ?? '')) ||
        (program === 'set' && args[0] === '+o' && args[1] === 'history') ||
        (program === 'shopt' && args.includes('histappend'));
      return seeIf(isUnset || isSet || isCleared || isOff, 88, text);
    },
  },
  {
    id: 'log_removed',
    technique: 'T1070.002',
    inCommand: (command) => {
      const {
        program,
        args,
        text,
        in: { place },
      } = command;
      if (place === 'program') return undefined;
      const isRemover =
        /^(?:rm|shred|truncate|unlink|wipe|srm|utmpdump|wevtutil)$/.test(program) ||
        (program === 'sed' && args.some((arg) => /^-\w*i/.test(arg))) ||
        (program === 'journalctl' &&
          !isOldCleared(args) &&
          args.some((arg) => /^--vacuum|^--rotate/.test(arg)));
      const files = [
        ...(isRemover ? toOperands(command) : []),
        ...toWrittenFiles(command),
        ...(program === 'ln' ? toOperands(command) : []),
      ];
      if (program === 'journalctl' && isRemover) return seeIf(true, 76, text);
      if (files.some((path) => HISTORY_FILE.test(path))) return seeIf(true, 90, text);
      const isEmptied = isRemover || /^(?:echo|cat|:|true|cp|printf|dd|tee|grep|>)?$/.test(program);
      return seeIf(
        isEmptied && files.some((path) => LOG_FILE.test(path)),
        files.some((path) => /^\/var\/(?:log|adm)\//.test(path)) ? 84 : 44,
        text
      );
    },
  },
  {
    id: 'time_forged',
    technique: 'T1070.006',
    programs: /^touch$/,
    inCommand: ({ args, text }) =>
      seeIf(
        args.some((arg) => /^-\w*[rtd]$|^--(?:reference|date)/.test(arg)),
        args.some((arg) => isServedCode(arg))
          ? 86
          : args.some((arg) => /^-\w*r/.test(arg))
            ? 76
            : 44,
        text
      ),
  },
  {
    id: 'protection_stopped',
    technique: 'T1562.001',
    inCommand: ({ program, path, args, wrappers, text, in: { place } }) => {
      const isService = path.startsWith('/etc/init.d/');
      const joined = [...(isService ? [program] : []), ...args].join(' ');
      const isStopper =
        (isService && args.includes('stop')) ||
        (/^(?:systemctl|service|rc-service|chkconfig|initctl)$/.test(program) &&
          /\b(?:stop|disable|mask|off)\b/.test(joined)) ||
        /^(?:pkill|killall|kill)$/.test(program) ||
        (/^(?:apt|apt-get|yum|dnf|rpm|dpkg)$/.test(program) &&
          /remove|purge|erase|-e\b|-r\b/.test(joined));
      if (isStopper && PROTECTION.test(joined)) return seeIf(true, 93, text);
      // What a panel bans is one address, with root's leave.
      const isBan =
        wrappers.includes('sudo') &&
        /-[AID]\s+\w+\s.*-s\s+[\da-f.:/]+\s.*-j\s+(?:DROP|REJECT)/.test(joined);
      if (isBan) return seeIf(true, 20, text);
      const isOpened =
        (/^ip6?tables$/.test(program) && /-F|-X|-P\s+\w+\s+ACCEPT|-D\b|-I\b|-A\b/.test(joined)) ||
        (program === 'ufw' && /disable|allow/.test(joined)) ||
        (program === 'setenforce' && /0|permissive/i.test(joined)) ||
        (program === 'auditctl' && /-e\s*0|-D/.test(joined)) ||
        program === 'aa-disable' ||
        (program === 'nft' && /flush/.test(joined)) ||
        program === 'chattr';
      return seeIf(isOpened && place !== 'program', 88, text);
    },
  },
  {
    id: 'traces_deleted',
    technique: 'T1070.004',
    programs: /^(?:rm|shred|unlink|wipe|srm)$/,
    inCommand: (command, tree) => {
      const { program, text } = command;
      const files = toOperands(command).map((path) => toAbsolute(path, command));
      const ran = new Set(
        tree.commands
          .filter(
            (other) => other !== command && other.path.includes('/') && !isPackagedPath(other.path)
          )
          .map(({ path }) => toFileName(path))
      );
      if (files.some((path) => ran.has(toFileName(path)))) return seeIf(true, 80, text);
      if (program !== 'rm' || files.some((path) => /^\$0$|\/\$0$/.test(path)))
        return seeIf(true, 76, text);
      const isOwn = files.some((path) => isHiddenPath(path) && isWritablePath(path));
      // Applications clear whole folders by name; `rm -f a b` of single files elsewhere is somebody tidying up.
      const isSingle =
        files.every((path) => isWritablePath(path)) &&
        (files.length > 1 || /\/\*$/.test(files[0] ?? ''));
      return seeIf(
        true,
        isOwn
          ? 74
          : isSingle && !toOperands(command).every((arg) => isQuoted(command, arg))
            ? 50
            : files.some((path) => isServedCode(path))
              ? 74
              : 14,
        text
      );
    },
  },
];

/** `--vacuum-time=7d`, `--vacuum-size=500M`: what is days old goes, what an intruder left stays. */
const isOldCleared = (args: readonly string[]): boolean => {
  const [, ...bounds] = args.join(' ').split('--vacuum-');
  return (
    bounds.length > 0 &&
    bounds.every((bound) =>
      /^(?:time[= ]\d+ ?(?:d|w|month|y)|size[= ]\d+(?:\d\dM|G|T))/.test(bound)
    )
  );
};
