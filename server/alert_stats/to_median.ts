/** The middle one of some numbers, of an even count the upper; undefined of none. */
export const toMedian = (values: readonly number[]): number | undefined =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
