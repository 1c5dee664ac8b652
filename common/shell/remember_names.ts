/** Names come from attackers: so many are remembered, and none that is longer. */
const MOST_NAMES = 2000;
const LONGEST_NAME = 200;

/** Answers a question about a program's name once for each name: a machine runs the same few hundred all day. */
export const rememberNames = <Answer>(
  answer: (name: string) => Answer
): ((name: string) => Answer) => {
  const known = new Map<string, Answer>();
  return (name) => {
    const remembered = known.get(name);
    if (remembered !== undefined || known.has(name)) return remembered as Answer;
    const found = answer(name);
    if (name.length > LONGEST_NAME) return found;
    if (known.size >= MOST_NAMES) known.clear();
    known.set(name, found);
    return found;
  };
};
