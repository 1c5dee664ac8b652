import type { Job } from './lab';

/** Spreads the attacks over the benign work, both in their own order: some work stands between any two attacks. */
export const mix = (benign: readonly Job[], attacks: readonly Job[]): Job[] => {
  const ranked = [benign, attacks].flatMap((jobs) =>
    jobs.map((job, index) => ({ job, place: (index + 0.5) / jobs.length }))
  );
  return ranked.sort((one, other) => one.place - other.place).map(({ job }) => job);
};
