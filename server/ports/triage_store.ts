import type { Triage } from '../../common/triage/triage';

/** A triage as it was read. */
export interface StoredTriage {
  readonly triage: Triage;
  /** Changes with every save; undefined where nothing is stored yet. */
  readonly version: string | undefined;
}

/** Where the work of people on alerts is kept, as this request's user may see and change it. */
export interface TriageStore {
  /** An empty triage where nobody did anything yet. */
  get(rowId: string): Promise<StoredTriage>;
  /** @returns false where somebody saved since `version` was read: read again and try again */
  save(rowId: string, stored: StoredTriage): Promise<boolean>;
}
