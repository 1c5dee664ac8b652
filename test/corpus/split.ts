/** A rule may be tuned on the one half; the other is only ever reported on. */
export type Split = 'tuning' | 'heldout';
