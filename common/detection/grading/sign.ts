import type { SignId } from './sign_id';

/** One thing seen in a tree that speaks for an attack, or against it. */
export interface Sign {
  readonly id: SignId;
  /** What its sentence is filled with. From events, so hostile: never markup, never a query. */
  readonly params: SignParams;
  /** Where it was seen: document id and index of the event. */
  readonly eventId: string;
  readonly eventIndex: string;
  /** 1 to 100: the risk it would be alone. Below 0: per cent by which it lowers what others say. */
  readonly weight: number;
  /** Id in MITRE ATT&CK for Enterprise, e.g. `T1059.004`. */
  readonly technique: string | undefined;
}

export type SignParams = Readonly<Record<string, string | number>>;
