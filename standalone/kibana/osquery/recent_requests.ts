/** Remembers for a moment what was asked, so that the same asked twice in it is asked once. */
export interface RecentRequests<Answer> {
  /** The answer of the same request a moment ago, else that of `ask`. What `isKept` says no to may be asked again at once. */
  answer(key: string, ask: () => Promise<Answer>): Promise<Answer>;
}

export const createRecentRequests = <Answer>(options: {
  /** Milliseconds. */
  readonly momentMs: number;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly isKept: (answer: Answer) => boolean;
}): RecentRequests<Answer> => {
  const recent = new Map<string, { readonly at: number; readonly answer: Promise<Answer> }>();
  return {
    async answer(key, ask) {
      const at = options.now();
      for (const [known, entry] of recent) {
        if (at - entry.at >= options.momentMs) recent.delete(known);
      }
      const known = recent.get(key);
      if (known) return known.answer;
      const asked = ask();
      recent.set(key, { at, answer: asked });
      try {
        const answer = await asked;
        if (!options.isKept(answer)) recent.delete(key);
        return answer;
      } catch (error) {
        recent.delete(key);
        throw error;
      }
    },
  };
};
