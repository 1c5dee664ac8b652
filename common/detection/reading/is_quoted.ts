import type { SeenCommand } from './tree_reading';

/** Programs that hand a path to a shell quote it; people rarely do. */
export const isQuoted = ({ in: { reading }, layer }: SeenCommand, word: string): boolean => {
  const text = reading.layers[layer]?.text ?? '';
  return text.includes(`'${word}'`) || text.includes(`"${word}"`);
};
