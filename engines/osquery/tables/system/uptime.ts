import type { TableDefinition } from '../../table';

const SECONDS_PER_MINUTE = 60;
const SECONDS_PER_HOUR = 3_600;
const SECONDS_PER_DAY = 86_400;

export const uptimeTable: TableDefinition = {
  name: 'uptime',
  description: 'Time since the machine started.',
  columns: [
    { name: 'days', type: 'INTEGER', description: 'Whole days' },
    { name: 'hours', type: 'INTEGER', description: 'Hours beyond the days' },
    { name: 'minutes', type: 'INTEGER', description: 'Minutes beyond the hours' },
    { name: 'seconds', type: 'INTEGER', description: 'Seconds beyond the minutes' },
    { name: 'total_seconds', type: 'BIGINT', description: 'All of it in seconds' },
  ],
  *generate({ files }) {
    const total = Math.floor(Number((files.readText('/proc/uptime') ?? 'x').split(' ')[0]));
    if (Number.isNaN(total)) return;
    yield {
      days: Math.floor(total / SECONDS_PER_DAY),
      hours: Math.floor((total % SECONDS_PER_DAY) / SECONDS_PER_HOUR),
      minutes: Math.floor((total % SECONDS_PER_HOUR) / SECONDS_PER_MINUTE),
      seconds: total % SECONDS_PER_MINUTE,
      total_seconds: total,
    };
  },
};
