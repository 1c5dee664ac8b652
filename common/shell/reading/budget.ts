/** How much of the work that a reading may do is left. */
export interface Budget {
  /** Takes what is needed; false, once and for all, when that is more than is left. */
  spend(characters: number): boolean;
  isExhausted(): boolean;
}

export const createBudget = (characters: number): Budget => {
  let left = characters;
  return {
    spend: (needed) => {
      left -= needed;
      return left >= 0;
    },
    isExhausted: () => left < 0,
  };
};
