import { toVisibleText } from '../../log/to_visible_text';

/** Writes lines to the terminal; what can't be seen is shown escaped. */
export const print = (text: string): void => {
  const lines = text.split('\n').map(toVisibleText);
  process.stdout.write(`${lines.join('\n')}\n`);
};
