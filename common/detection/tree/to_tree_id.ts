import type { ProcessStart } from './process_start';

/** A tree's identity: its host and root process, which every run sees that sees the root. Not hashed, so that it can be read in a log. */
export const toTreeId = ({ hostId, entityId }: Pick<ProcessStart, 'hostId' | 'entityId'>): string =>
  `${hostId}:${entityId}`;
