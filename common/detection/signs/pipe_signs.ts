import type { SeenCommand, TreeReading } from '../reading/tree_reading';
import { isDownloader } from './download_signs';
import type { SignRule } from './sign_rule';

const BARE_INTERPRETER = /^(?:(?:ba|da|z|k|a)?sh|python[\d.]*|perl|php|ruby|node)$/;
const SENDERS = /^(?:nc|ncat|socat|curl|base64|xxd|openssl|telnet)$/;
const ASKS_NETWORK =
  /^(?:ping6?|nslookup|dig|host|whois|traceroute6?|tracepath|mtr|fping|arping|curl|wget)$/;
const DECODERS = /^(?:base64|base32|xxd|openssl|gunzip|zcat|rev|tr|uudecode)$/;

/**
 * Pipes whose text nobody recorded: a script's shell ran `curl … | sh` itself, and all that shows is one process that fetches
 * and another one, of the same parent, that waits for code. The same holds for lists of commands.
 */
export const PIPE_SIGNS: readonly SignRule[] = [
  {
    id: 'download_run',
    technique: 'T1105',
    inTree: (tree) => findFeeder(tree, isDownloader, 92),
  },
  {
    id: 'encoded_command',
    technique: 'T1027.010',
    inTree: (tree) => findFeeder(tree, ({ program }) => DECODERS.test(program), 90),
  },
  {
    id: 'archive_sent',
    technique: 'T1560.001',
    inTree: (tree) =>
      findPair(
        tree,
        ({ program, args }) => /^(?:tar|zip|cpio)$/.test(program) && args.includes('-'),
        ({ program }) => SENDERS.test(program),
        86
      ),
  },
  {
    // A script runs `ping $1`, and behind the name stood a command.
    id: 'injected_command',
    technique: 'T1190',
    inTree: (tree) =>
      findPair(
        tree,
        ({ program }) => ASKS_NETWORK.test(program),
        ({ program, args }) => /^(?:whoami|id)$/.test(program) && args.length === 0,
        74
      ),
  },
];

const findFeeder = (tree: TreeReading, isFeeder: Asks, weight: number): SeenInTree =>
  findPair(
    tree,
    isFeeder,
    ({ program, args }) =>
      BARE_INTERPRETER.test(program) && (args.length === 0 || /^-s?$/.test(args[0] ?? '')),
    weight
  );

type Asks = (command: SeenCommand) => boolean;
type SeenInTree = ReturnType<NonNullable<SignRule['inTree']>>;

/** Two programs of one script, which stood on one line as far as can be told. */
const findPair = (tree: TreeReading, isFirst: Asks, isSecond: Asks, weight: number): SeenInTree => {
  const starts = tree.commands.filter(
    ({ isStart, in: { place } }) => isStart && place === 'script'
  );
  const seconds = starts.filter(isSecond);
  for (const first of seconds.length === 0 ? [] : starts.filter(isFirst)) {
    const second = seconds.find(
      (other) => other.in.start.parent.entityId === first.in.start.parent.entityId
    );
    if (second) return { weight, what: `${first.text} | ${second.text}`, start: first.in };
  }
  return undefined;
};
