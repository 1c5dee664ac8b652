const FIRST_MS = 500;
const SECOND_MS = 1000;
const LONGEST_MS = 5000;
const GROWTH = 1.25;

/**
 * Pause before a run is asked about again, in milliseconds: soon at first, because most agents answer within seconds,
 * then ever slower up to the pace of Kibana's own page.
 * @param answers how often it has been asked about already
 */
export const toPollDelay = (answers: number): number =>
  answers === 0
    ? FIRST_MS
    : Math.min(LONGEST_MS, Math.round(SECOND_MS * GROWTH ** Math.max(0, answers - 1)));
