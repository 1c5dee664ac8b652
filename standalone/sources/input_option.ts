/** Where events come from. */
export type InputOption =
  | { readonly kind: 'recording' }
  | { readonly kind: 'events'; readonly path: string }
  | { readonly kind: 'audit_log'; readonly path: string; readonly processes: string | undefined };
