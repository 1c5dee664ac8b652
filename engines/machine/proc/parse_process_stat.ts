/** The fields of `/proc/PID/stat` the tables show; times in clock ticks, start since boot. */
export interface ProcessStat {
  readonly state: string;
  readonly parent: number;
  readonly processGroup: number;
  readonly userTicks: number;
  readonly systemTicks: number;
  readonly nice: number;
  readonly threads: number;
  readonly startTicks: number;
}

/** Fields after the name, which `state` begins. */
const INDEX = { parent: 1, group: 2, utime: 11, stime: 12, nice: 16, threads: 17, start: 19 };

/** Reads one stat line. The name is the attacker's and may hold parentheses, spaces and newlines, so the last `)` ends it. */
export const parseProcessStat = (text: string): ProcessStat | undefined => {
  const nameEnd = text.lastIndexOf(')');
  if (nameEnd < 0) return undefined;
  const fields = text.slice(nameEnd + 2).split(' ', INDEX.start + 1);
  const numberAt = (index: number): number => Number(fields[index] ?? Number.NaN);
  const stat = {
    state: fields[0] ?? '',
    parent: numberAt(INDEX.parent),
    processGroup: numberAt(INDEX.group),
    userTicks: numberAt(INDEX.utime),
    systemTicks: numberAt(INDEX.stime),
    nice: numberAt(INDEX.nice),
    threads: numberAt(INDEX.threads),
    startTicks: numberAt(INDEX.start),
  };
  return Number.isNaN(stat.startTicks) ? undefined : stat;
};
