import type { SentRun } from '../run';

/** Name of the file for a run's rows: letters and digits only, so that every system takes it. */
export const toResultFileName = (
  { label, startedAt }: SentRun,
  extension: string,
  isFiltered: boolean
): string => {
  const name = label
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, 60);
  const moment = new Date(startedAt).toISOString().slice(0, 19).replaceAll(/[:T]/g, '-');
  const parts = [name === '' ? 'osquery' : name, moment, ...(isFiltered ? ['filtered'] : [])];
  return `${parts.join('_')}.${extension}`;
};
