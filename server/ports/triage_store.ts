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
  /** Whose work each of some rows is; what is nobody's is left out. */
  findAssignees(rowIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The rows of some users; of more than `MOST_ASSIGNED_ROWS` those worked on last. */
  findAssignedRows(assignees: readonly string[]): Promise<readonly string[]>;
  /** Users who worked on alerts or were given one, of the rows worked on last; each once. */
  listNames(): Promise<readonly string[]>;
}
