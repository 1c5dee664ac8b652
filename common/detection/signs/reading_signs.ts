import { toOperands } from '../reading/command_facts';
import { findNext } from '../reading/pipes/find_next';
import { isAskedEverywhere } from '../reading/is_asked_everywhere';
import { isCutOut } from '../reading/pipes/is_cut_out';
import { isInShellScript } from '../reading/is_in_shell_script';
import { isOneAccountAsked } from '../reading/is_one_account_asked';
import { isQuoted } from '../reading/is_quoted';
import { isShown, toReadPaths } from '../reading/read_files';
import { seeIf } from './sign_rule';
import type { SeenCommand } from '../reading/tree_reading';
import type { SignRule } from './sign_rule';

const SOURCE =
  /\.(?:php\d?|phtml|inc|jsp|jspx|java|class|py|rb|pl|cgi|aspx?|cs|js|ts|go|sql|sqlite3?|db|bak|old|orig|save|swp)$/i;
const SYSTEM_FILE =
  /^\/(?:etc|root|home|boot|var\/(?:log|mail|spool|backups|lib)|opt|usr\/local\/etc)(?:\/|$)/;
/** What a shell does when somebody logs in. */
const HOME_FILE =
  /\/\.(?:profile|(?:ba|z|k|c)shrc|bash_(?:profile|login|logout|aliases)|zshenv|zprofile|vimrc|gitconfig|screenrc|tmux\.conf)$/;
const HARMLESS_SYSTEM_FILE =
  /^\/etc\/(?:timezone|localtime|hostname|(?:debian|alpine)[_-](?:version|release)|motd|machine-id|mime\.types|(?:os|lsb|redhat|centos|fedora|rocky|almalinux|system|SuSE|arch|oracle)-release|\*?-?\*?release\*?)$|^\/var\/lib\/(?:dbus|dpkg|misc|php(?!\/sess)|\w+\/(?:cache|tmp))\b/;
/** What a program writes of itself, to be looked at. */
const OF_ITSELF = /\.(?:pid|lock)$|\/(?:version|revision|commit|robots|humans)(?:\.\w+)?$/i;

/** Files that are shown, whatever they hold. */
export const READING_SIGNS: readonly SignRule[] = [
  {
    id: 'source_read',
    technique: 'T1005',
    inCommand: (command) =>
      seeIf(
        isShown(command) && toReadPaths(command).some((path) => SOURCE.test(path)),
        74,
        command.text
      ),
  },
  {
    id: 'system_file_read',
    technique: 'T1083',
    inCommand: (command) => {
      if (!isShown(command)) return undefined;
      // Where the server stands is its own place: only a path that leaves it is the system's.
      const written = command.args.filter(
        (arg) => arg.startsWith('/') || arg.includes('..') || arg.startsWith('~')
      );
      const found = toReadPaths(command).find(
        (path) =>
          (written.length > 0 || command.redirections.length > 0) &&
          (SYSTEM_FILE.test(path) || HOME_FILE.test(path)) &&
          !OF_ITSELF.test(path) &&
          !HARMLESS_SYSTEM_FILE.test(path)
      );
      if (found === undefined || isAskedEverywhere(command) || isOneAccountAsked(command))
        return undefined;
      // A panel shows the end of a log it names; nobody's panel shows /root.
      const isLog =
        /^\/var\/log\/(?!auth|secure|[wb]tmp|lastlog|audit)|^\/(?!var\/log\/).*\/log\/[^/]+\.log$/.test(
          found
        ) && /^(?:tail|z?grep|zcat|awk|cut|wc)$/.test(command.program);
      if (isLog) return seeIf(true, command.args.includes('-f') ? 50 : 36, command.text);
      // What sudo lets an account read, an administrator has named to a panel.
      const isNamed = command.wrappers.includes('sudo') && !/^\/(?:root|home)\//.test(found);
      if (isNamed) return seeIf(true, 26, command.text);
      const isOfNetwork = /^\/etc\/(?:resolv\.conf|hosts|fstab)$/.test(found);
      return seeIf(true, isOfNetwork && isKeyTaken(command) ? 34 : 74, command.text);
    },
  },
  {
    id: 'file_read',
    technique: 'T1005',
    inCommand: (command) => {
      const {
        program,
        isPipedInto,
        text,
        in: { place },
      } = command;
      const isSaved = command.redirections.some(({ op, fd }) => op.includes('>') && fd === 1);
      const isPlain =
        !isSaved &&
        // The end of a log is what panels show; system_file_read speaks of the system's own.
        !(program === 'tail' && command.args.some((arg) => /log$/.test(arg))) &&
        /^(?:cat|tac|head|tail|less|more|nl|strings|xxd|od|hexdump)$/.test(program);
      const operands = toReadPaths(command).filter(
        (path) =>
          // One value out of a file of the system's is what system_file_read weighs.
          !(SYSTEM_FILE.test(path) && (isKeyTaken(command) || command.wrappers.includes('sudo'))) &&
          !/^\/(?:proc|sys|dev)\//.test(path) &&
          !OF_ITSELF.test(path) &&
          !HARMLESS_SYSTEM_FILE.test(path)
      );
      if (isAskedEverywhere(command)) return undefined;
      if (!isPlain || operands.length === 0) return undefined;
      if (operands.some((path) => /(?:^|\/)flag\w*(?:\.txt)?$/i.test(path)))
        return seeIf(true, 76, text);
      // Its first bytes tell what kind of file it is.
      const isSniffed = program === 'head' && command.args.some((arg) => /^-c/.test(arg));
      const isOneOfMany =
        isPipedInto || isSniffed || operands.every((path) => isQuoted(command, path));
      if (command.wrappers.includes('sudo')) return seeIf(true, 24, text);
      if (isOneOfMany) return seeIf(true, 30, text);
      if (isInShellScript(command)) return seeIf(true, 44, text);
      // Who names a file without its folder stands beside it.
      const isBeside = toOperands(command).every((arg) => !/^[/~$]|^\d+$/.test(arg));
      if (isBeside && place === 'typed') return seeIf(true, 74, text);
      return seeIf(true, operands.every(isOwnData) ? 44 : 58, text);
    },
  },
];

/** `| grep nameserver | …`: one line of a file that has many. */
const isKeyTaken = (command: SeenCommand): boolean =>
  isCutOut(command) || isOneWordTaken(findNext(command));

const isOneWordTaken = (next: ReturnType<typeof findNext>): boolean =>
  next?.program === 'grep' && next.args.length === 1;

/** Data of an application that names it in full. */
const isOwnData = (path: string): boolean =>
  /^\/(?!home\/|root\/|etc\/|tmp\/|var\/tmp\/).*\/[^/]+\.(?:json|csv|tsv|md|po|css|state|status|stamp|rrd|geojson)$/.test(
    path
  );
