import type { SeenCommand, TreeReading } from '../reading/tree_reading';
import { isDownloader } from './download_signs';
import type { SignRule } from './sign_rule';

const BARE_INTERPRETER = /^(?:(?:ba|da|z|k|a)?sh|python[\d.]*|perl|php|ruby|node)$/;
const SENDERS = /^(?:nc|ncat|socat|curl|base64|xxd|openssl|telnet)$/;
const DECODERS = /^(?:base64|base32|xxd|openssl|gunzip|zcat|rev|tr|uudecode)$/;

/**
 * Pipes whose text nobody recorded: a script's shell ran `curl … | sh` itself, and all that shows is one process that fetches
 * and another one, of the same parent, that waits for code.
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
    inTree: (tree) => {
      const starts = tree.commands.filter(
        ({ isStart, in: { place } }) => isStart && place === 'script'
      );
      const archive = starts.find(
        ({ program, args }) => /^(?:tar|zip|cpio)$/.test(program) && args.includes('-')
      );
      const sender =
        archive &&
        starts.find(
          (other) =>
            SENDERS.test(other.program) &&
            other.in.start.parent.entityId === archive.in.start.parent.entityId
        );
      return sender && { weight: 86, what: `${archive.text} | ${sender.text}`, start: archive.in };
    },
  },
];

const findFeeder = (
  tree: TreeReading,
  isFeeder: (command: SeenCommand) => boolean,
  weight: number
): ReturnType<NonNullable<SignRule['inTree']>> => {
  const starts = tree.commands.filter(
    ({ isStart, in: { place } }) => isStart && place === 'script'
  );
  const fed = starts.find(
    ({ program, args, in: { start } }) =>
      BARE_INTERPRETER.test(program) &&
      (args.length === 0 || /^-s?$/.test(args[0] ?? '')) &&
      starts.some(
        (other) => isFeeder(other) && other.in.start.parent.entityId === start.parent.entityId
      )
  );
  const feeder =
    fed &&
    starts.find(
      (other) => isFeeder(other) && other.in.start.parent.entityId === fed.in.start.parent.entityId
    );
  return feeder && { weight, what: `${feeder.text} | ${fed.text}`, start: feeder.in };
};
