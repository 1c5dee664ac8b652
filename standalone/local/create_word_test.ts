/**
 * Whether a text has a word in one of its lines, read as the list's search reads it: `*` stands for anything, `?` for one
 * character. Goes through the text once for each part between stars, whatever both are: nobody's words can take long.
 */
export const createWordTest = (word: string): ((text: string) => boolean) => {
  if (!/[*?]/.test(word)) return (text) => text.includes(word);
  const parts = word.split('*').filter((part) => part !== '');
  // Most lines lack the longest of the words, and are not looked at then.
  const [longest = ''] = parts
    .flatMap((part) => part.split('?'))
    .sort((a, b) => b.length - a.length);
  return (text) => {
    let at = text.indexOf(longest);
    while (at >= 0) {
      const start = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
      const next = text.indexOf('\n', at);
      if (holdsInOrder(text.slice(start, next < 0 ? undefined : next), parts)) return true;
      at = next < 0 ? -1 : text.indexOf(longest, next + 1);
    }
    return false;
  };
};

const holdsInOrder = (line: string, parts: readonly string[]): boolean => {
  let from = 0;
  for (const part of parts) {
    const at = findPart(line, part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return true;
};

const findPart = (line: string, part: string, from: number): number => {
  if (!part.includes('?')) return line.indexOf(part, from);
  for (let at = from; at <= line.length - part.length; at += 1) {
    if (fits(line, part, at)) return at;
  }
  return -1;
};

const fits = (line: string, part: string, at: number): boolean => {
  for (let place = 0; place < part.length; place += 1) {
    if (part[place] !== '?' && part[place] !== line[at + place]) return false;
  }
  return true;
};
