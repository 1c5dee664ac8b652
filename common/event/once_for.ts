/**
 * Answers once for each object and remembers it for as long as somebody keeps that object. For facts about what never changes,
 * such as an event, that many steps of a run ask for.
 */
export const onceFor = <Asked extends object, Answer>(
  answer: (asked: Asked) => Answer
): ((asked: Asked) => Answer) => {
  const known = new WeakMap<Asked, { readonly answer: Answer }>();
  return (asked) => {
    const found = known.get(asked) ?? { answer: answer(asked) };
    known.set(asked, found);
    return found.answer;
  };
};
