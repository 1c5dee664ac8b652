/** What programs print to say how it went. */
export const isAnswer = (words: string): boolean =>
  /^["']?(?:ok|yes|no|1|0|ready|alive|up|down|open|closed|running|stopped|done|failed|pong|success)["']?$/i.test(
    words
  );
