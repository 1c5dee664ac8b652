import type { MachineFiles } from '../files/machine_files';

const PID = /^[1-9]\d{0,9}$/;

/** A value SQLite may compare with a number column, as a whole number: `1`, ` 1`, `1.0`. */
export const toWholeNumbers = (values: readonly string[]): number[] => [
  ...new Set(
    values
      .filter((value) => value.trim() !== '')
      .map(Number)
      .filter(Number.isSafeInteger)
  ),
];

/**
 * Process ids in ascending order: those wanted (whether or not they exist, the reader of the process
 * finds out), or all of the machine's.
 */
export const listPids = (files: MachineFiles, wanted?: readonly string[]): number[] => {
  const pids = wanted
    ? toWholeNumbers(wanted).filter((pid) => pid > 0)
    : files
        .list('/proc')
        .filter((name) => PID.test(name))
        .map(Number);
  return pids.sort((a, b) => a - b);
};
