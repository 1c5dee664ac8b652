import type { TableRow } from '../table';

/** Rows of scans that one query has made, so that a join reads each process or file once. */
export interface ScanCache {
  /** The rows of an equal scan made before, else those of `generate`, kept once they are read to the end. */
  get(key: string, generate: () => Iterable<TableRow>): Iterable<TableRow>;
}

/** @param maxRows rows kept of all scans together; scans beyond are made again each time */
export const createScanCache = (maxRows: number): ScanCache => {
  const scans = new Map<string, readonly TableRow[]>();
  let kept = 0;
  function* keep(key: string, rows: Iterable<TableRow>): Generator<TableRow> {
    const read: TableRow[] = [];
    for (const row of rows) {
      if (kept + read.length < maxRows) read.push(row);
      yield row;
    }
    kept += read.length;
    if (kept < maxRows) scans.set(key, read);
  }
  return { get: (key, generate) => scans.get(key) ?? keep(key, generate()) };
};
