/** Where events come from. */
export type InputOption =
  | { readonly kind: 'recording' }
  | { readonly kind: 'events'; readonly path: string }
  /** The log of this machine, followed. */
  | { readonly kind: 'audit_log'; readonly path: string }
  | ({ readonly kind: 'audit_replay' } & AuditReplayOption);

/** A log that was recorded, perhaps on another machine. */
export interface AuditReplayOption {
  readonly path: string;
  /** File with the processes that were running when the recording began. */
  readonly processes: string;
  /** Of the machine it is from, where the log names none itself. */
  readonly hostName: string | undefined;
}
