import type { SeenCommand } from './tree_reading';

/** Programs that hand a path to a shell quote it; people rarely do. */
export const isQuoted = ({ in: { reading }, layer }: SeenCommand, word: string): boolean => {
  const { kind, text } = reading.layers[layer] ?? { kind: 'argv', text: '' };
  // Arguments that reached a program without a shell are shown in quotes that nobody wrote.
  if (kind === 'argv') return false;
  return text.includes(`'${word}'`) || text.includes(`"${word}"`);
};
