import { SIGN_IDS, type SignId } from './sign_id';

/** What signs are about, as lists show and filter them: one word for each family. */
export const SIGN_KINDS = [
  'shell',
  'download',
  'staging',
  'dropper',
  'secrets',
  'by_hand',
  'discovery',
  'privileges',
  'sending',
  'persistence',
  'traces',
  'web_shell',
  'code',
  'hiding',
  'abuse',
] as const;

export type SignKind = (typeof SIGN_KINDS)[number];

/** The first sign of each family, in the order of `SIGN_IDS`; what stands before the next belongs to it. */
const FIRST_SIGNS: Partial<Record<SignId, SignKind | 'context'>> = {
  reverse_shell: 'shell',
  download_run: 'download',
  staged_program: 'staging',
  web_shell_written: 'dropper',
  account_file_read: 'secrets',
  answer_kept: 'by_hand',
  identity_lookup: 'discovery',
  privilege_check: 'privileges',
  file_sent: 'sending',
  schedule_changed: 'persistence',
  history_off: 'traces',
  web_shell_marker: 'web_shell',
  code_runs_commands: 'code',
  hidden_words: 'hiding',
  tunnel: 'abuse',
  neighbours_by_hand: 'context',
};

const toKinds = (): ReadonlyMap<SignId, SignKind> => {
  const kinds = new Map<SignId, SignKind>();
  let kind: SignKind | 'context' = 'context';
  for (const id of SIGN_IDS) {
    kind = FIRST_SIGNS[id] ?? kind;
    if (kind !== 'context') kinds.set(id, kind);
  }
  return kinds;
};

const KINDS = toKinds();

/** Undefined for what is not seen in the tree itself but around it. */
export const findSignKind = (id: string): SignKind | undefined => KINDS.get(id as SignId);

export const listSignIds = (kind: SignKind): SignId[] =>
  SIGN_IDS.filter((id) => KINDS.get(id) === kind);
