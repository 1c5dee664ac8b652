import { findNext } from '../../reading/pipes/find_next';
import type { LookupForm } from './lookup';

/** How much the forms of one question say; `LOOKUPS` holds the questions. */

export const toIpWeight = (operands: readonly string[], options: string): number => {
  const [object = '', action = ''] = operands;
  if (/^-(?:j|json|s)\b/.test(options)) return 15;
  if (/^(?:-4|-6|-o|-br|-brief)/.test(options) && operands.length > 1)
    return operands.length > 2 ? 36 : 42;
  // In full words, as a manual has them and programs write them.
  if (action === 'show' && /^(?:neigh|link)$/.test(object)) return 42;
  // One interface or one route is what a program asks for.
  if (operands.length > 2 && action === 'show' && operands[2] !== 'table') return 20;
  if (/^n(?:eigh(?:bour|bor)?)?$/.test(object)) return 58;
  if (/^r(?:oute)?$/.test(object)) return action === 'get' ? 26 : 50;
  // `ip a`, as one types it.
  return operands.length > 2 ? 20 : object === 'a' ? 74 : 50;
};

export const toPsWeight = ({ options, operands, command }: LookupForm): number => {
  // What root runs; programs look for one of their own.
  const next = findNext(command);
  const isOfRoot = /-[uU]/.test(options) && operands.includes('root');
  if (isOfRoot || (next?.program === 'grep' && next.args.includes('root'))) return 74;
  const form = `${options} ${operands.join(' ')}`;
  // Without a dash `f` draws a tree: `ps axf`, `ps auxf`.
  const isTree = operands.some((word) =>
    /^[a-z]*x[a-z]*f[a-z]*$|^[a-z]*f[a-z]*x[a-z]*$/.test(word)
  );
  if (isTree || options.includes('--forest')) return 74;
  if (/-?\w*[oO]\b|-o|--no-headers?|-p\s*\d|--pid|-C/.test(form) && !/aux|-ef/.test(form))
    return 22;
  if (form.trim() === '') return 50;
  if (/--sort/.test(form)) return 30;
  return /aux|--forest|-\w*e\w*f|-ef|-\w*f/.test(form) ? 52 : /-A|-[uU] /.test(form) ? 50 : 40;
};

export const toFindWeight = ({ options, operands, command }: LookupForm): number => {
  const isKeptInOrder =
    /-delete|-mtime|-mmin|-cmin|-newer/.test(options) ||
    (/-exec/.test(options) &&
      operands.some((word) => /^(?:rm|chmod|chown|gzip|touch)$/.test(word)));
  // What changed lately, or since a day, in a folder of the machine: nothing is done with it but showing it.
  const isLookedOver =
    !/-delete|-exec|-print0/.test(options) &&
    operands.some((path) => /^\/(?:var\/(?:log|www)|etc|home|root|opt|usr)\/?$/.test(path)) &&
    /-(?:m|c|a)min(?:\s|$)|-newer/.test(options) &&
    !operands.some((word) => word.startsWith('+'));
  if (isLookedOver) return 54;
  if (isKeptInOrder && !operands.includes('/')) return 14;
  if (/-writable|-readable|-perm/.test(options)) return 74;
  const isWide = operands.some((path) =>
    /^\/(?:home|root|etc|var|opt|usr|srv|tmp)?\/?$/.test(path)
  );
  // All files of where one stands.
  const isAll = operands[0] === '.' && !/-name|-iname|-path/.test(options);
  // Where others keep theirs: one step below what the machine has of itself.
  const isOfOthers = operands.some((path) =>
    /^\/(?:etc|home|root|opt|var\/(?:lib|backups|spool|mail))\/[\w.-]+\/?$/.test(path)
  );
  // Code, looked for from where one stands: who keeps it knows where it lies.
  const isForCode =
    operands[0] === '.' &&
    operands.some((word) => /\*\.(?:php\d?|jspx?|py|pl|rb|java|war|sql|aspx?)$/.test(word));
  // A word in all of it.
  if (isForCode && (operands.includes('grep') || findNext(command)?.program === 'grep')) return 74;
  return isWide || isAll ? 74 : isOfOthers || isForCode ? 54 : 42;
};

/** All files with their sizes, or the whole disk; one folder's size is what quotas need. */
export const toUsageWeight = (options: string, operands: readonly string[]): number =>
  /(?:^|\s)-\w*a/.test(options) || operands.some((path) => /^\/(?:home\/?)?\*?$/.test(path))
    ? 74
    : 0;

/** Questions that are files. */
export const toSystemFileWeight = ({
  operands,
  command: {
    isStart,
    in: { place },
  },
}: LookupForm): number => {
  if (
    operands.some((path) =>
      /^\/etc\/(?:issue|issue\.net|\S*-release\*?|redhat-release|\*release\*?|)$/.test(path)
    )
  ) {
    // One file by its name is what programs ask that want to know the distribution; most of them by a shell.
    if (operands.length === 1 && /^\/etc\/[a-z]+-release$/i.test(operands[0] ?? ''))
      return isStart && place === 'typed' ? 48 : 46;
    return 76;
  }
  if (
    operands.some((path) =>
      /^\/proc\/version$|^\/sys\/(?:class\/dmi|hypervisor|devices\/virtual\/dmi)|^\/proc\/scsi/.test(
        path
      )
    )
  )
    return operands.length > 1 || operands.includes('/proc/version')
      ? 74
      : /^\/sys\//.test(operands[0] ?? '')
        ? 33
        : 58;
  if (operands.length === 1 && operands[0] === '/etc/hostname') return 44;
  // How the kernel guards itself.
  if (operands.some((path) => /^\/proc\/sys\/kernel\/(?!random\/|pid_max|threads)/.test(path)))
    return 50;
  return operands.some((path) =>
    /^\/proc\/(?:cpuinfo|meminfo|mounts|partitions|cmdline)$/.test(path)
  )
    ? 26
    : 0;
};
