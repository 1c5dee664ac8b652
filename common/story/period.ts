/** A stretch of time, ISO 8601: `from` inclusive, `to` exclusive. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** So many minutes before and after a moment in milliseconds since 1970. */
export const toPeriodAround = (time: number, minutes: number): Period => ({
  from: new Date(time - minutes * 60_000).toISOString(),
  to: new Date(time + minutes * 60_000).toISOString(),
});

export const isAtPeriod = (time: number, { from, to }: Period): boolean =>
  time >= Date.parse(from) && time < Date.parse(to);

/** So many minutes before a moment in milliseconds since 1970, the moment itself included. */
export const toPeriodUntil = (time: number, minutes: number): Period => ({
  from: new Date(time - minutes * 60_000).toISOString(),
  to: new Date(time + 1).toISOString(),
});
