import type { AlertHistogram } from '../api/get_alert_stats';

/** As many bars as a small chart can show. */
const PARTS = 30;

export interface HistogramPart {
  /** Epoch milliseconds: `from` inclusive, `to` exclusive. */
  readonly from: number;
  readonly to: number;
}

/** Cuts the time from the first to the last event into equal parts, the last of which holds the last event. */
export const toHistogramParts = (first: number, last: number): HistogramPart[] => {
  const size = Math.max(1, Math.ceil((last - first + 1) / PARTS));
  return Array.from({ length: PARTS }, (_, place) => ({
    from: first + place * size,
    to: first + (place + 1) * size,
  }));
};

/** In which part a time is; the parts are equal and in order. */
export const findHistogramPart = (parts: readonly HistogramPart[], time: number): number => {
  const [first] = parts;
  return first ? Math.floor((time - first.from) / (first.to - first.from)) : 0;
};

export const toHistogramAnswer = (
  parts: readonly HistogramPart[],
  counts: readonly number[]
): AlertHistogram => ({
  from: new Date(parts[0]?.from ?? 0).toISOString(),
  to: new Date(parts.at(-1)?.to ?? 0).toISOString(),
  counts,
});
