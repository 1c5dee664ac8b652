import type { SeenCommand } from '../tree_reading';

/** `$(…)`: its answer becomes a word of another command. */
export const isSubstituted = ({ layer, in: { reading } }: SeenCommand): boolean =>
  reading.layers[layer]?.kind === 'substitution';
