import { toAbsolute, toOperands, toWrittenFiles } from '../reading/command_facts';
import { isQuoted } from '../reading/is_quoted';
import { isHiddenPath, isServedCode, isUploadPath, isWritablePath } from '../reading/paths';
import type { SeenCommand } from '../reading/tree_reading';
import { seeIf } from './sign_rule';
import type { SignRule } from './sign_rule';

/** What a page needs to run what its visitor sends. */
const RUNS_INPUT =
  /(?:eval|assert|system|exec|passthru|shell_exec|popen|proc_open|preg_replace|create_function|include)\W{0,20}\(?.{0,80}(?:\$_(?:GET|POST|REQUEST|COOKIE|SERVER|FILES)|php:\/\/input|base64_decode|gzinflate|str_rot13)|\$_(?:GET|POST|REQUEST|COOKIE)\s*\[[^\]]*\]\s*\(|getRuntime\(\)|ProcessBuilder|request\.getParameter|<%\s*(?:eval|execute)|Request\.(?:Item|Form)\[|os\.popen\(\s*request|child_process.{0,60}req\.(?:query|body)/is;
const SERVER_CODE = /<\?(?:php|=)|<%[@=!\s]|<jsp:|<cfexecute/i;
const WRITERS =
  /^(?:echo|printf|cat|tee|base64|xxd|sed|awk|perl|python\d?|php|dd|cp|mv|ln|install|openssl|hexdump|od|uudecode|gunzip|tr|rev|git)$/;
/** Pictures, films, documents, letters, tables: whose name ends in `.php` was meant to be run. */
const MAKES_NO_CODE =
  /^(?:convert|magick|composite|montage|ffmpeg|gs|dot|neato|sendmail|mysqldump|pg_dump|sqlite3|tcpdump|nmap|rrdtool|gnuplot|wkhtmlto\w+|inkscape|cwebp|pdftotext|pdftoppm|qrencode)$/;
const SCRIPT = /\.(?:sh|py|pl|rb|elf|so|bin|c|out|b64|ps1)$/i;
const DOCUMENT = /\.(?:pdf|png|jpe?g|gif|docx?|xlsx?|p12|eml)$/i;
/** Applications as servers of Java take them, and where they look for them. */
const ARCHIVE = /\.[we]ar$/i;
const DEPLOYED = /(?:^|\/)(?:webapps|deployments|autodeploy)(?:\/|$)/;
/** Pages that say a site is closed. */
const NOTICE =
  /\/(?:robots|humans|ads|security|sitemap|maintenance|maintainance|offline|down|closed|status|health\w*)\.\w+$/i;
const PAGE = /(?:^|\/)(?:index|default|home|main)\.\w+$|\.(?:html?|js)$/i;

/** Files put where the server will serve or run them. */
export const DROPPER_SIGNS: readonly SignRule[] = [
  {
    id: 'web_shell_written',
    technique: 'T1505.003',
    inLayer: ({ kind, language, text }, { place }) =>
      seeIf(
        place !== 'program' &&
          RUNS_INPUT.test(text) &&
          (language === 'text' || kind === 'file' || SERVER_CODE.test(text)),
        95,
        text
      ),
    inCommand: (command) => {
      // An application for the server that lay where anybody may write.
      const isBrought =
        /^(?:unzip|jar|tar)$/.test(command.program) &&
        command.args.some(
          (arg) =>
            isWritablePath(arg) &&
            (ARCHIVE.test(arg) || command.args.some((to) => DEPLOYED.test(to)))
        );
      if (isBrought) return seeIf(true, 84, command.text);
      if (MAKES_NO_CODE.test(command.program) && command.args.some(isPageMade))
        return seeIf(command.in.place !== 'program', 88, command.text);
      const files = toWrittenFiles(command);
      const target = files.find((path) => isServedCode(path));
      if (target === undefined || command.in.place === 'program') return undefined;
      const hasCode = [command.text, ...command.redirections.map((each) => each.target)].some(
        (text) => SERVER_CODE.test(text) || RUNS_INPUT.test(text)
      );
      if (hasCode) return seeIf(true, 96, command.text);
      const isWriter = WRITERS.test(command.program) && !isCopyWithin(command);
      return seeIf(isWriter || isUploadPath(target), 88, command.text);
    },
  },
  {
    id: 'script_written',
    technique: 'T1105',
    programs: /^(?:echo|printf|cat|tee|base64|xxd|openssl|dd)$/,
    inCommand: (command) => {
      const path = toWrittenFiles(command).map((file) => toAbsolute(file, command))[0];
      if (
        path === undefined ||
        (/^(?:base64|openssl)$/.test(command.program) && DOCUMENT.test(path))
      )
        return undefined;
      const isCode =
        SCRIPT.test(path) || /#!\s*\/|^\s*#include|import os|<\?php/.test(command.text);
      if (isWritablePath(path))
        return seeIf(true, isCode || isHiddenPath(path) ? 78 : 74, command.text);
      // Parts of a file that was sent piece by piece, put together under a name that a program quotes.
      const isJoined = /\.(?:bin|out)$/i.test(path) && isQuoted(command, path);
      return seeIf(isCode, isJoined ? 36 : 74, command.text);
    },
  },
  {
    id: 'page_changed',
    technique: 'T1491.002',
    programs: /^(?:echo|printf|cat|tee|sed|mv|rm|cp)$/,
    inCommand: (command) => {
      const isWriter = /^(?:echo|printf|cat|tee|sed)$/.test(command.program);
      const files =
        command.program === 'sed' && command.args.some((arg) => /^-\w*i/.test(arg))
          ? toOperands(command).slice(1)
          : toWrittenFiles(command);
      const isRule =
        /^(?:mv|rm|cp)$/.test(command.program) &&
        toOperands(command).some((path) => /(?:^|\/)\.(?:htaccess|user\.ini)$/.test(path));
      if (isRule) return seeIf(true, 74, command.text);
      if (files.every((path) => NOTICE.test(path))) return undefined;
      const isPage = files.some((path) => PAGE.test(path) || isServedCode(path));
      // Words put into a text file that a visitor can fetch: how one tries whether writing works.
      const isTried =
        /^(?:echo|printf)$/.test(command.program) &&
        files.some((path) =>
          /\/(?:html|htdocs|www|webapps|public|uploads?|images|static)\/.*\.(?:txt|html?|json|css)$/.test(
            path
          )
        );
      return seeIf(isWriter && (isPage || isTried), 74, command.text);
    },
  },
];

const isPageMade = (arg: string): boolean =>
  !arg.includes('://') && !arg.includes('/cgi-bin/') && isServedCode(arg);

/** Deploying copies pages from one folder of the site to another, and archives from where they are built. */
const isCopyWithin = (command: SeenCommand): boolean =>
  /^(?:cp|mv|ln|install)$/.test(command.program) &&
  command.args
    // `install -m 644 -o app a.php b.php`
    .filter((arg, at, args) => !arg.startsWith('-') && !/^-[mog]$/.test(args[at - 1] ?? ''))
    .slice(0, -1)
    .every(
      (path) =>
        isServedCode(path.replace(/\.(?:dist|sample|example)$/, '')) &&
        !isWritablePath(toAbsolute(path, command)) &&
        // Who names it without its folder stands beside it.
        !(ARCHIVE.test(path) && !path.includes('/'))
    );
