import { findUrl, toAbsolute, toOperands, toWrittenFiles } from '../reading/command_facts';
import { isInShellScript } from '../reading/is_in_shell_script';
import { isQuoted } from '../reading/is_quoted';
import { isHiddenPath, isWritablePath } from '../reading/paths';
import { toPipeline } from '../reading/pipes/to_pipeline';
import type { SeenCommand } from '../reading/tree_reading';
import { seeIf } from './sign_rule';
import type { SignRule } from './sign_rule';

const ARCHIVERS =
  /^(?:tar|zip|7za?|7zr|rar|gzip|bzip2|xz|zstd|cpio|ar|pax|mysqldump|pg_dump|mongodump|sqlite3)$/;
const SENDERS = /^(?:nc|ncat|curl|ssh|socat|telnet|openssl|base64|base32|xxd|ftp|scp|gpg|tee)$/;
/** Pages hold small pictures as text, and mail its attachments. */
const PICTURE = /\.(?:png|jpe?g|gif|svg|webp|ico|woff2?|pdf|docx?|xlsx?|csv|eml|p7[ms])$/i;
/** What is kept, packed or exported; a letter is none of it. */
const DATA = /\.(?:sql|dump|db|sqlite3?|csv|tgz|gz|tar|zip|7z|bz2|xz|bak|pem|key|log)$/i;
const LOCAL = /(?:^|[/@])(?:localhost|127\.0\.0\.1|\[::1\])(?:[:/]|$)/;
const WHOLE_TREES =
  /^\/(?:etc|home|root|var(?:\/(?:www|lib|log|backups))?|opt|srv|usr\/share|usr\/local)?(?:\/[\w.-]*)?\/?$|^~/;

const BESIDE_PAGES = /\/(?:html|htdocs|public_html|www|webapps|ROOT)\/[\w.-]+$/;

/** Files on their way out. */
export const SENDING_SIGNS: readonly SignRule[] = [
  {
    id: 'file_sent',
    technique: 'T1048',
    inCommand: (command) => {
      const { program, args, text, redirections } = command;
      const url = findUrl(command) ?? '';
      const joined = args.join(' ');
      const isLocal = LOCAL.test(url) && !/\/etc\/|\.ssh|passwd|:9\b/.test(joined);
      const weight = isLocal || isDelivered(joined, url) ? 20 : 86;
      if (program === 'curl') {
        const isUpload =
          /(?:^|\s)(?:-F\s*\S*=[@<]|--form\s+\S*=[@<]|-T\b|--upload-file|(?:-d|--data(?:-\w+)?)[= ]?["']?@)/.test(
            joined
          );
        return seeIf(isUpload, weight, text);
      }
      if (program === 'wget') return seeIf(/--(?:post|body)-file/.test(joined), weight, text);
      if (/^(?:nc|ncat|telnet|socat|mail|mailx|mutt|sendmail|ftp|tftp|ftpput)$/.test(program)) {
        const isFile = redirections.some(({ op, target }) => op === '<' && target !== '/dev/null');
        // A text with a subject, which a program quotes, is a letter.
        const isLetter =
          ((/^mailx?$/.test(program) && args.some((arg) => isQuoted(command, arg))) ||
            (program === 'sendmail' && args.includes('-t'))) &&
          !redirections.some(({ target }) => DATA.test(target)) &&
          // Reports go out as documents.
          (!/-[aA]\s/.test(joined) ||
            args.some((arg, at) => /^-[aA]$/.test(args[at - 1] ?? '') && PICTURE.test(arg)));
        return seeIf(
          isFile ||
            program === 'ftpput' ||
            (/^mutt|mailx?$/.test(program) && /-[aA]\s/.test(joined)),
          isLetter ? 40 : 84,
          text
        );
      }
      const isSocket =
        toOperands(command).length > 0 &&
        redirections.some(
          ({ op, target }) => op.includes('>') && /\/dev\/(?:tcp|udp)\//.test(target)
        );
      return seeIf(isSocket, 90, text);
    },
  },
  {
    id: 'archive_sent',
    technique: 'T1560.001',
    programs: ARCHIVERS,
    inCommand: (command, tree) => {
      const isSent = toPipeline(command, tree).some(
        (other) =>
          other.stage > command.stage && SENDERS.test(other.program) && other.program !== 'tee'
      );
      return seeIf(isSent, 90, command.text);
    },
  },
  {
    id: 'archive_taken',
    technique: 'T1560.001',
    programs: /^(?:tar|zip|7za?|rar|cpio|mysqldump|pg_dump|pg_dumpall)$/,
    inCommand: (command) => {
      const { program, args, text } = command;
      const isExtraction =
        program === 'tar' &&
        args.slice(0, 2).some((arg) => /^-?[a-z]*[xt][a-z]*$|^--(?:extract|list)$/.test(arg));
      if (isExtraction || (/^(?:7za?|rar)$/.test(program) && args[0] !== 'a')) return undefined;
      const made = archiveOf(command);
      const isHidden =
        made !== undefined && (isWritablePath(toAbsolute(made, command)) || isHiddenPath(made));
      const folders = args.filter((_, at) => /^-C$|^--directory$/.test(args[at - 1] ?? ''));
      const isOutOfWay =
        made !== undefined && (isHiddenPath(made) || /^\/(?:dev\/shm|var\/tmp)\//.test(made));
      // Where the next visitor fetches it.
      const isAmongPages =
        made !== undefined &&
        BESIDE_PAGES.test(made) &&
        !args.some((arg) => isQuoted(command, arg));
      const isWhole = toOperands(command).some(
        (path) => WHOLE_TREES.test(path) && path !== made && !folders.includes(path)
      );
      if (/^(?:mysqldump|pg_dump|pg_dumpall)$/.test(program))
        return seeIf(
          true,
          // Out of a container, to whoever started it.
          command.wrappers.includes('docker')
            ? 16
            : !isSaved(command) && !isInShellScript(command)
              ? isOfOneDatabase(command) && !isOfAccounts(command)
                ? 44
                : 74
              : isHidden
                ? 76
                : args.some((arg) => /^--all-databases$|^-A$/.test(arg))
                  ? 74
                  : isKeptBeside(command)
                    ? 74
                    : 24,
          text
        );
      // `tar czf`, without the dash, is how it is typed.
      const isTyped =
        /^7z/.test(program) ||
        // Into the folder one stands in, of a folder that is elsewhere.
        (/^(?:zip|tar)$/.test(program) &&
          isWhole &&
          folders.length === 0 &&
          made?.startsWith('/') === false &&
          !args.some((arg) => isQuoted(command, arg))) ||
        (folders.length === 0 &&
          !args.some((arg) => isQuoted(command, arg)) &&
          program === 'tar' &&
          /^[a-z]*c[a-z]*$|^-\w*v/.test(args[0] ?? ''));
      return seeIf(
        true,
        (isHidden || isAmongPages) && isWhole
          ? 84
          : isHidden
            ? isTyped || isOutOfWay
              ? 76
              : 44
            : isWhole
              ? isTyped
                ? 76
                : 58
              : isTyped
                ? made?.startsWith('/')
                  ? 44
                  : 74
                : 16,
        text
      );
    },
  },
  {
    id: 'file_encoded',
    technique: 'T1132.001',
    programs: /^(?:base64|base32|xxd|od|hexdump|uuencode|gpg)$/,
    inCommand: (command) => {
      const { program, args, text, isPipedFrom } = command;
      const isDecoding = args.some((arg) => /^-\w*[dDr]\w*$|^--decode$|^-di$/.test(arg));
      const hasFile = toOperands(command).some((arg) => /[/.]/.test(arg));
      return seeIf(
        !isDecoding && (hasFile || isPipedFrom),
        program === 'gpg' || toOperands(command).some((arg) => PICTURE.test(arg))
          ? 30
          : hasFile
            ? 76
            : 74,
        text
      );
    },
  },
  {
    id: 'remote_login',
    technique: 'T1021.004',
    inCommand: ({ program, args, wrappers, text }) => {
      const joined = args.join(' ');
      if (program === 'sshpass' || wrappers.includes('sshpass')) return seeIf(true, 82, text);
      // Nothing to run there: somebody wants to sit at it.
      const isLogin =
        program === 'ssh' && /^(?:-p ?\d+ |-[46Ctv]+ )*(?!git@)[\w.-]+@[\w.-]+$/.test(joined);
      if (isLogin) return seeIf(true, 76, text);
      if (program === 'ssh')
        return seeIf(
          true,
          /-i\s+\/(?!tmp\/|var\/tmp\/|dev\/shm\/)/.test(joined) && !/root@/.test(joined)
            ? 44
            : /StrictHostKeyChecking=?\s*no|UserKnownHostsFile=\/dev\/null|-i\s+\/(?:tmp|var\/tmp|dev\/shm)/.test(
                  joined
                )
              ? 76
              : /(?:^|\s)-i\s|root@|@(?:\d{1,3}\.){3}\d/.test(joined)
                ? 74
                : /BatchMode|git@/.test(joined)
                  ? 42
                  : 50,
          text
        );
      const isCopy = /^(?:scp|sftp|rsync|rclone|smbclient)$/.test(program);
      // A session for files, which somebody types into.
      if (program === 'sftp' && /^[\w.-]+@[\w.-]+$/.test(joined)) return seeIf(true, 76, text);
      return seeIf(
        isCopy && /\w[@:]\S*[:/]|^\S+:\S/.test(joined),
        /root@|(?:@|:\/\/|(?:^|\s)(?=[\d.]+:))(?!10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)(?:\d{1,3}\.){3}\d/.test(
          joined
        )
          ? 76
          : 30,
        text
      );
    },
  },
];

/** What an application makes for others, brought to a host that has a name. */
const isDelivered = (joined: string, url: string): boolean =>
  /[\s=@/](?!etc\/|tmp\/|root\/|home\/)[\w./-]+\.(?:csv|pdf|xml|jpe?g|png|mp4|ics|edi|xlsx?)(?:[\s"';]|$)/i.test(
    joined
  ) &&
  /^["']?\w+:\/\/(?:[^/@]*@)?[a-z][\w-]*(?:\.[\w-]+)*\.[a-z]{2,}(?::\d+)?(?:\/|["']?$)/i.test(url);

/** `mysqldump … shop`: an application saves its own data, and reads the answer itself. */
const isOfOneDatabase = ({ program, args, isStart }: SeenCommand): boolean =>
  program === 'pg_dumpall'
    ? // Roles and their rights, which belong to a back-up.
      args.includes('--globals-only')
    : args.some(
        (arg) =>
          // Without a shell there is no `>`: the program that starts it reads what it says.
          (isStart && /^-[hUuFd]/.test(arg)) ||
          /^--(?:host|user|password|defaults\S*|no-defaults|databases|single-transaction)\b/.test(
            arg
          )
      ) && !args.some((arg) => /^--all-databases$|^-A$/.test(arg));

/** `mysqldump shop users`: of a whole database the one table that holds people. */
const isOfAccounts = (command: SeenCommand): boolean =>
  toOperands(command)
    .slice(1)
    .some((table) => /^(?:\w+_)?(?:users|accounts|members|customers)$/.test(table));

/** Into the folder one stands in, as one does at a prompt. */
const isKeptBeside = ({ redirections }: SeenCommand): boolean =>
  redirections.some(
    ({ op, fd, target }) => op.includes('>') && fd === 1 && /^[\w.-]+$/.test(target)
  );

/** A back-up becomes a file; what is only shown is read by whoever asked. */
const isSaved = ({ args, isPipedInto, redirections }: SeenCommand): boolean =>
  isPipedInto ||
  redirections.some(({ op, fd }) => op.includes('>') && fd === 1) ||
  args.some((arg) => /^--result-file|^-r|^-f|^--file|^--tab|^--version$|^-V$|^--help$/.test(arg));

const archiveOf = (command: SeenCommand): string | undefined => {
  const written = toWrittenFiles(command)[0];
  if (written !== undefined) return written;
  const operands = toOperands(command);
  if (command.program !== 'tar')
    return operands.find((path) => /\.(?:zip|7z|rar)$/.test(path)) ?? operands[0];
  const at = command.args.findIndex((arg) => /^-?[a-zA-Z]*f$|^--file$/.test(arg));
  return at === -1
    ? command.args.find((arg) => arg.startsWith('--file='))?.slice(7)
    : command.args[at + 1];
};
