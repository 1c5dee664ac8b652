/** What is known beyond the tree itself. All of it is optional: a grade stands without. */
export interface GradeContext {
  readonly history?: ShapeSeen | undefined;
  /** Other trees below the same server process within a few minutes, this one not among them. */
  readonly neighbours?: readonly Neighbour[];
}

/** How often this host has shown a tree of the same shape (`toShape`) before. */
export interface ShapeSeen {
  readonly count: number;
  /** Days, in UTC, on which it was seen. */
  readonly days: number;
  /** The first time, ISO 8601. */
  readonly since: string;
}

/** As much of another tree as context needs; see `toNeighbour`. */
export interface Neighbour {
  readonly treeId: string;
  readonly shape: string;
  /** Epoch milliseconds. */
  readonly time: number;
  /** Its risk without context. */
  readonly risk: number;
  /** Looks like what people type and programs don't. */
  readonly isByHand: boolean;
}
