import { isWritablePath } from '../reading/paths';
import { isQuoted } from '../reading/is_quoted';
import { isInShellScript } from '../reading/is_in_shell_script';
import { toOperands, toWrittenFiles } from '../reading/command_facts';
import type { SeenCommand } from '../reading/tree_reading';
import { seeIf } from './sign_rule';
import type { SignRule } from './sign_rule';

const SCHEDULE_FILE = /\/etc\/(?:cron|anacron)|\/var\/spool\/(?:cron|at)/;
const LOGIN_KEY_FILE = /authorized_keys\d?$|\.ssh\/(?:config|rc)$/;
const ACCOUNT_FILE = /\/etc\/(?:passwd|shadow|group|sudoers)/;
const START_UP_FILE =
  /\/etc\/(?:rc\.local|rc\d?\.d|init\.d|systemd|profile|bash\.bashrc|environment|ld\.so|pam\.d|motd|update-motd|xdg\/autostart|udev|modules|logrotate\.d)|\/(?:usr\/)?lib\/systemd\/system\/|\.config\/(?:systemd|autostart)|\/\.(?:bashrc|bash_profile|profile|zshrc|bash_logout)$|\/etc\/(?:apache2|httpd|nginx|php)\/\S*(?:conf|ini)/;

const writes = (command: SeenCommand, files: RegExp): boolean =>
  [
    ...toWrittenFiles(command),
    ...(/^(?:sed|chattr|ln|install|touch)$/.test(command.program) ? toOperands(command) : []),
  ].some((path) => files.test(path)) &&
  (command.program !== 'sed' || command.args.some((arg) => /^-\w*i/.test(arg)));

/** A key made for an application lies among its files, not where anybody writes or where logins look. */
const isKeyOfApplication = ({ program, args }: SeenCommand): boolean => {
  const file = args[args.indexOf('-f') + 1] ?? '';
  return (
    program === 'ssh-keygen' &&
    args.includes('-f') &&
    file.startsWith('/') &&
    !/\.ssh|^\/(?:tmp|var\/tmp|dev\/shm|root|home)\//.test(file)
  );
};

/** An administrator lets a panel make accounts, whose names it quotes and which get no further rights. */
const isCustomerOfPanel = (command: SeenCommand): boolean =>
  ((command.wrappers.includes('sudo') && command.args.some((arg) => isQuoted(command, arg))) ||
    // Who may not log in comes for files or mail.
    command.args.some((arg) => /\/(?:nologin|false)$/.test(arg))) &&
  !/(?:^|\s)-\w*[oG]\b|-u\s*0\b|sudo|wheel|admin|root/.test(command.args.join(' '));

const toAssignment = (arg: string): { readonly name: string; readonly value: string } => {
  const [name = '', ...value] = arg.split('=');
  return { name, value: value.join('=') };
};

/** `crontab -u app /srv/panel/jobs`: a panel hands over the jobs of one it serves, from a file of its own. */
const isJobOfCustomer = ({ args }: SeenCommand): boolean =>
  args.length === 3 &&
  args[0] === '-u' &&
  args[1] !== 'root' &&
  /^\/(?:srv|opt|var\/(?!tmp|spool|www))/.test(args[2] ?? '');

/** What is left behind to come back by. */
export const PERSISTENCE_SIGNS: readonly SignRule[] = [
  {
    id: 'schedule_changed',
    technique: 'T1053.003',
    inCommand: (command) => {
      const {
        program,
        args,
        text,
        isPipedFrom,
        isPipedInto,
        redirections,
        in: { place },
      } = command;
      if (writes(command, SCHEDULE_FILE)) return seeIf(true, 94, text);
      if (place === 'program') return undefined;
      if (program === 'crontab') {
        // Installers look whether their job is there already.
        if (args.includes('-l'))
          return seeIf(
            true,
            isPipedInto ||
              isInShellScript(command) ||
              // A panel asks for its customers' jobs, not for those of root.
              (args.includes('-u') && !args.includes('root'))
              ? 40
              : args.includes('root') && !command.wrappers.includes('sudo')
                ? 74
                : 58,
            text
          );
        return seeIf(
          true,
          isJobOfCustomer(command)
            ? 44
            : isPipedFrom || redirections.length > 0 || args.length > 0
              ? 90
              : 82,
          text
        );
      }
      if (/^(?:at|batch)$/.test(program))
        return seeIf(
          true,
          args.includes('-l')
            ? 20
            : args.includes('-f') && !args.some((arg) => isWritablePath(arg))
              ? 44
              : 80,
          text
        );
      // What reads the schedule wants to join it.
      return seeIf(
        program === 'systemd-run' || args.some((arg) => SCHEDULE_FILE.test(arg)),
        78,
        text
      );
    },
  },
  {
    id: 'login_key_planted',
    technique: 'T1098.004',
    inCommand: (command) => {
      if (writes(command, LOGIN_KEY_FILE)) return seeIf(true, 95, command.text);
      const isFolder =
        command.program === 'mkdir' && command.args.some((arg) => /\/\.ssh\/?$/.test(arg));
      const isKey =
        (command.program === 'ssh-keygen' && !command.args.some((arg) => /^-\w*[lyF]/.test(arg))) ||
        command.program === 'ssh-copy-id';
      return seeIf(
        isFolder || isKey || /\bssh-(?:rsa|ed25519)\s+AAAA/.test(command.text),
        isFolder ? 84 : isKeyOfApplication(command) ? 40 : 74,
        command.text
      );
    },
  },
  {
    id: 'account_changed',
    technique: 'T1136.001',
    inCommand: (command) => {
      if (writes(command, ACCOUNT_FILE)) return seeIf(true, 95, command.text);
      const isTool =
        /^(?:useradd|adduser|usermod|userdel|deluser|groupadd|passwd|chpasswd|chage|vipw|visudo|chsh)$/.test(
          command.program
        ) ||
        (command.program === 'openssl' && command.args[0] === 'passwd');
      // `passwd -S`, `chage -l` only ask.
      const isAsked =
        command.args.some((arg) => /^(?:-S|--status|--list)$/.test(arg)) ||
        (command.program === 'chage' && command.args.includes('-l'));
      return seeIf(isTool, isAsked ? 20 : isCustomerOfPanel(command) ? 44 : 86, command.text);
    },
  },
  {
    id: 'start_up_changed',
    technique: 'T1543.002',
    inCommand: (command) => {
      if (writes(command, START_UP_FILE)) return seeIf(true, 90, command.text);
      const { program, args, text } = command;
      const isEnabled =
        program === 'systemctl' &&
        /\b(?:enable|daemon-reload|link|mask|edit)\b/.test(args.join(' '));
      return seeIf(
        isEnabled ||
          /^(?:update-rc\.d|chkconfig|rc-update|insmod|rmmod|modprobe|a2enmod)$/.test(program),
        args.some((arg) => /^-\w*n$|^--dry-run$/.test(arg)) ? 20 : 80,
        text
      );
    },
  },
  {
    id: 'system_file_changed',
    technique: 'T1565.001',
    inCommand: (command) =>
      seeIf(
        writes(
          command,
          // Pins, lamps and fans are files too.
          /^\/(?:etc|usr|boot|lib\w*|s?bin|proc\/sys|sys(?!\/class\/(?:gpio|leds|backlight|pwm|hwmon|thermal)))\//
        ),
        // An administrator has named the file to a panel; files of accounts and schedules have signs of their own.
        command.wrappers.includes('sudo') ? 40 : 86,
        command.text
      ),
  },
  {
    id: 'left_running',
    technique: 'T1059.004',
    inCommand: ({ wrappers, isInBackground, redirections, program, path, args, isStart, text }) => {
      const isScreen = /^(?:screen|tmux)$/.test(program);
      if (
        isScreen &&
        /^(?:-ls|-list|-wipe|has-session|ls|list-\w+|kill-session)$/.test(args[0] ?? '')
      )
        return undefined;
      if (isScreen)
        return seeIf(
          true,
          args.some((arg) => /^\.\/|^\/(?:tmp|var\/tmp|dev\/shm)\//.test(arg)) ? 82 : 40,
          text
        );
      const isDetached =
        wrappers.some((name) => /^(?:nohup|setsid|disown|screen|tmux|daemonize)$/.test(name)) ||
        program === 'disown';
      // Applications start workers so: with their interpreter and script, all output dropped.
      const isWorker =
        /^(?:php|python\d?|node|ruby|java|perl)$/.test(program) ||
        // A page that starts a job by its address and does not wait.
        (/^(?:curl|wget)$/.test(program) &&
          redirections.some(({ target }) => target === '/dev/null')) ||
        (path.startsWith('/') &&
          // Without a shell there is nothing to redirect with.
          (redirections.length > 0 || isStart) &&
          !isWritablePath(path) &&
          !/^(?:ba|da)?sh$/.test(program));
      if (isDetached) return seeIf(true, isWorker ? 18 : 74, text);
      return seeIf(isInBackground, isWorker ? 6 : 30, text);
    },
  },
  {
    id: 'library_preloaded',
    technique: 'T1574.006',
    inCommand: ({ program, args, assignments, text }) => {
      const exported = program === 'export' ? args.map(toAssignment) : [];
      const found = [...assignments, ...exported].find(({ name }) =>
        /^(?:LD_PRELOAD|LD_LIBRARY_PATH|LD_AUDIT|PYTHONPATH|PERL5LIB|PATH|BASH_ENV|GCONV_PATH)$/.test(
          name
        )
      );
      if (found === undefined) return undefined;
      const isStaged = /(?:^|:)(?:\/tmp|\/var\/tmp|\/dev\/shm)(?:\/|:|$)/.test(found.value);
      return seeIf(
        isStaged || /^LD_(?:PRELOAD|AUDIT)$/.test(found.name),
        isStaged ? 84 : 60,
        `${found.name}=${found.value} ${text}`
      );
    },
  },
];
