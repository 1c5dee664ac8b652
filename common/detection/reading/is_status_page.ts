import type { TreeReading } from './tree_reading';

/** What nobody asks who came in: how busy the machine is. */
const STATE = /^(?:uptime|free|df|vmstat|iostat|mpstat|nproc|sensors|lscpu|sar|date|loadavg)$/;

/** A script that asks a row of things, the machine's state among them: a status page, as panels and monitoring have it. */
export const isStatusPage = ({ commands }: TreeReading): boolean => {
  const asked = commands
    .filter(({ isStart, in: { place } }) => isStart && place === 'script')
    .map(({ program }) => program);
  return new Set(asked.filter((program) => STATE.test(program))).size >= 2;
};
