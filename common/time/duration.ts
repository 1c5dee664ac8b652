const UNIT_MS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/**
 * Milliseconds of a duration in alerting's syntax, e.g. `5m`.
 * @throws RangeError for anything else; parameters are validated before they get here
 */
export const toMilliseconds = (duration: string): number => {
  const match = /^([0-9]+)([smhd])$/.exec(duration);
  if (!match) throw new RangeError(`not a duration: ${duration}`);
  return Number(match[1]) * UNIT_MS[match[2] as keyof typeof UNIT_MS];
};
