import type { SignId } from '../../grading/sign_id';
import type { SeenCommand } from '../../reading/tree_reading';

/** How much one question about the machine says, by its form. */
export interface Lookup {
  readonly id: SignId;
  readonly toWeight: (form: LookupForm) => number;
}

export interface LookupForm {
  /** Joined by blanks. */
  readonly options: string;
  readonly operands: readonly string[];
  readonly command: SeenCommand;
}

export const always = (id: SignId, weight: number): Lookup => ({ id, toWeight: () => weight });
export const by = (id: SignId, toWeight: Lookup['toWeight']): Lookup => ({ id, toWeight });
