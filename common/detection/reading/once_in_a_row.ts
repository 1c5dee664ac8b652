/** Answers the same question asked again in a row without thinking: rules are asked of one command after the other. */
export const onceInARow = <Asked, Answer>(
  answer: (asked: Asked) => Answer
): ((asked: Asked) => Answer) => {
  let last: { readonly asked: Asked; readonly answer: Answer } | undefined;
  return (asked) => {
    if (last?.asked !== asked) last = { asked, answer: answer(asked) };
    return last.answer;
  };
};
