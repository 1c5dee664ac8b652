import { findText, getValues } from '../event/get_values';
import type { EventSource } from '../event/source_event';
import type { Story } from '../story/story';

/** More processes than these no query is asked of. */
const MOST_PIDS = 200;

/**
 * The facts that queries of our own are filled with: the alert's event, with the processes of its whole tree in the place of
 * its one, and `day_before`: 24 hours before the alert.
 * @param story undefined while it is not known
 */
export const toTreeFacts = (event: EventSource, story: Story | undefined): EventSource => {
  const processes = story?.trees.find(({ isOfAlert }) => isOfAlert)?.processes ?? [];
  const pids = [
    ...getValues(event, 'process.pid'),
    ...processes.map(({ pid }) => pid).filter((pid) => pid !== undefined),
  ];
  return {
    day_before: toDayBefore(findText(event, '@timestamp')),
    'process.pid': [...new Set(pids)].slice(0, MOST_PIDS),
    'process.parent.pid': getValues(event, 'process.parent.pid'),
    'process.working_directory': getValues(event, 'process.working_directory'),
  };
};

const HOUR_MS = 3_600_000;

/** Back to the full hour, so that alerts of one intrusion ask the same of their host and share its answer. */
const toDayBefore = (moment: string | undefined): string[] => {
  const ms = Date.parse(moment ?? '');
  if (Number.isNaN(ms)) return [];
  return [new Date(Math.floor(ms / HOUR_MS) * HOUR_MS - 24 * HOUR_MS).toISOString()];
};
