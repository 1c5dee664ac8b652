import type { SignId } from '../grading/sign_id';
import type { CommandLayer } from '../../shell/command_reading';
import type { ReadStart, SeenCommand, TreeReading } from '../reading/tree_reading';

/**
 * How one sign is recognised. It looks at one command, at one text, or at a tree as a whole. What an installed program does of its
 * own accord `findSigns` leaves out below a weight: a rule need only ask for a command's place where it weighs more.
 */
export interface SignRule {
  readonly id: SignId;
  /** Id in MITRE ATT&CK for Enterprise. */
  readonly technique: string;
  /** Programs that `inCommand` is asked of; of all where it is left out. */
  readonly programs?: RegExp;
  readonly inCommand?: (command: SeenCommand, tree: TreeReading) => Seen | undefined;
  readonly inLayer?: (layer: CommandLayer, start: ReadStart) => Seen | undefined;
  readonly inTree?: (tree: TreeReading) => (Seen & { readonly start: ReadStart }) | undefined;
}

export interface Seen {
  /** 1 to 100, the risk it would be alone. */
  readonly weight: number;
  /** The words of the event that show it. */
  readonly what: string;
}

/** The usual answer of a rule: this weight for this command, or nothing. */
export const seeIf = (isSeen: boolean, weight: number, what: string): Seen | undefined =>
  isSeen ? { weight, what } : undefined;
