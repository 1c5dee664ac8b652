/** A line that is no JSON object. */
export interface WrongLine {
  /** Counted from 1. */
  readonly line: number;
  readonly reason: string;
  /** What its form is like, where that tells another way to read it. */
  readonly form?: LineForm;
}

export type LineForm = 'audit_record' | 'separated_values';

/** What a scan of one file has seen so far; the scan adds to it while it runs. */
export interface ScanReport {
  readonly file: string;
  /** Bytes read. */
  bytes: number;
  /** Lines that were passed, blank ones included. */
  lines: number;
  blankLines: number;
  /** How many lines are no JSON object. */
  wrongCount: number;
  /** The first of them, in order. */
  readonly wrongLines: WrongLine[];
  /** Those of the fields asked for that any event had. */
  readonly seenFields: Set<string>;
}

/** Wrong lines that are kept with their reason; the others are only counted. */
const MOST_KEPT = 100;

export const createScanReport = (file: string): ScanReport => ({
  file,
  bytes: 0,
  lines: 0,
  blankLines: 0,
  wrongCount: 0,
  wrongLines: [],
  seenFields: new Set(),
});

export const countEvents = ({ lines, blankLines, wrongCount }: ScanReport): number =>
  lines - blankLines - wrongCount;

export const addWrongLine = (report: ScanReport, wrong: WrongLine): void => {
  report.wrongCount += 1;
  if (report.wrongLines.length < MOST_KEPT) report.wrongLines.push(wrong);
};

/** Adds what was seen in the next part of the same file, whose lines were counted from 1. */
export const appendReport = (report: ScanReport, part: ScanReport): void => {
  const { lines } = report;
  report.bytes += part.bytes;
  report.lines += part.lines;
  report.blankLines += part.blankLines;
  report.wrongCount += part.wrongCount;
  for (const field of part.seenFields) report.seenFields.add(field);
  const room = MOST_KEPT - report.wrongLines.length;
  const wrongLines = part.wrongLines.slice(0, room);
  report.wrongLines.push(...wrongLines.map((wrong) => ({ ...wrong, line: lines + wrong.line })));
};
