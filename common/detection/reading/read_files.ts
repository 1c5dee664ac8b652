import { rememberNames } from '../../shell';
import { toAbsolute } from './command_facts';
import { onceInARow } from './once_in_a_row';
import type { SeenCommand } from './tree_reading';

/** Programs that show or copy a file's contents. */
const READERS =
  /^(?:cat|zcat|bzcat|xzcat|zstdcat|zless|zmore|tac|head|tail|less|more|most|nl|pr|fold|rev|strings|grep|egrep|fgrep|zgrep|rg|ag|awk|sed|cut|sort|uniq|paste|dd|cp|mv|tar|zip|7z|gzip|xxd|od|hexdump|hd|base64|base32|openssl|curl|wget|nc|vi|vim|nano|ed|view|bat|diff|cmp|wc|file|stat|ls|find|tee|scp|rsync|ln|php|perl|python\d?|ruby|read|source|mapfile|comm|join|expand|column|iconv|bzip2|xz|split|look|uuencode|ul|mail|sendmail|<)$/;
const isOfReaders = rememberNames((program) => READERS.test(program));
export const isReader = ({ program, redirections }: SeenCommand): boolean =>
  isOfReaders(program) || redirections.some(({ op }) => op === '<');

const SHOWS =
  /^(?:cat|zcat|bzcat|xzcat|zstdcat|zless|zmore|column|tac|head|tail|less|more|nl|strings|grep|egrep|fgrep|awk|sed|cut|sort|xxd|od|hexdump|base64|base32|rev|pr|vi|vim|nano|curl|php|dd|bat|fold|paste|view)$/;

const isOfShows = rememberNames((program) => SHOWS.test(program));

/** What they are given to read they show or send. */
const TAKES = /^(?:nc|ncat|telnet|mailx?|openssl|read|while|socat|xargs|tr|tee|cat|)$/;

/** It puts the file's contents where its caller reads them. */
export const isShown = ({ program, args, in: { place }, redirections }: SeenCommand): boolean =>
  place !== 'program' &&
  (isOfShows(program) || (TAKES.test(program) && redirections.some(({ op }) => op === '<'))) &&
  !redirections.some(({ op, fd }) => op.includes('>') && fd === 1) &&
  !(/grep$/.test(program) && args.some((arg) => /^-\w*[qcl]/.test(arg))) &&
  !(program === 'sed' && args.some((arg) => /^-\w*i/.test(arg))) &&
  !(program === 'php' && !args.some((arg) => /^-[swn]+$/.test(arg)));

/** `unzip -p a.war x`, `jar xf a.war x`: a file out of an archive, by its name in there. */
export const isTakenOut = ({ program, args, in: { place } }: SeenCommand): boolean =>
  place !== 'program' &&
  ((program === 'unzip' && args.some((arg) => /^-\w*p/.test(arg))) ||
    (program === 'jar' && /^-?\w*x/.test(args[0] ?? '')));

/** What is no file: an address, a program of awk or sed, a pattern of grep. */
const toFileOperands = (command: SeenCommand): string[] => {
  const hasPattern =
    /^(?:e|f|z)?grep$|^[mg]?awk$|^sed$|^rg$|^ag$/.test(command.program) &&
    !command.args.some((arg) => /^-\w*[ef]$/.test(arg));
  return command.args
    .filter((arg) => !arg.startsWith('-') && !/^\+?\d+$/.test(arg))
    .slice(hasPattern ? 1 : 0)
    .filter((arg) => arg !== '' && !/^\w+:\/\/|[{}();|\n]/.test(arg));
};

/** Operands and input redirections, absolute where that is known; `file=@/etc/passwd` names a file too. */
export const toReadPaths = onceInARow((command: SeenCommand): readonly string[] =>
  [
    ...toFileOperands(command).flatMap((arg) => [arg, ...[/[@=](\/.+)$/.exec(arg)?.[1] ?? '']]),
    ...command.args.flatMap((arg) => [/^-[\w-]+=(.*\/.*)$/.exec(arg)?.[1] ?? '']),
    ...command.args.flatMap((arg) => [
      /^file:(?:\/\/(?:localhost)?)?(\/.+)$/i.exec(arg)?.[1] ?? '',
    ]),
    ...command.redirections.filter(({ op }) => op === '<').map(({ target }) => target),
  ]
    .filter((path) => path !== '')
    .map((path) => toAbsolute(path.replace(/\/{2,}/g, '/').replace(/\/\.(?=\/)/g, ''), command))
    .map((path) => resolveParents(path))
);

/** `/var/www/../../etc/passwd` is /etc/passwd. */
const resolveParents = (path: string): string => {
  if (!path.includes('..')) return path;
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  const resolved = parts.join('/');
  return resolved.startsWith('/') ? resolved : `/${resolved}`;
};
