import type { ByteSource } from './byte_source';
import { FIRST_BYTE } from './simd/create_kernel';
import type { Kernel } from './simd/create_kernel';
import { addWrongLine } from './scan_report';
import type { ScanReport } from './scan_report';

/** Whole lines in the kernel's memory; the last byte is a newline. */
export interface Window {
  readonly start: number;
  readonly end: number;
  /** Number of the first line, counted from 1. */
  readonly firstLine: number;
  /** The number of the line that begins at an address; addresses must be asked for in order. */
  toLineNumber(start: number): number;
}

export interface WindowOptions {
  /** Bytes to read at a time; by default what fits the processor's cache. */
  readonly pieceSize?: number;
  /** A longer line is reported as wrong and passed over: no text could hold it. */
  readonly longestLine?: number;
  /** Whether the source is the rest of a file, which can not begin with a byte order mark. */
  readonly isRest?: boolean;
}

const NEWLINE = 10;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/**
 * Reads a source piece by piece and gives the lines that are complete; the rest of a piece waits for the next one.
 * A window is valid until the next one is asked for. `report.bytes` and `report.lines` are kept up to date.
 */
export async function* readWindows(
  kernel: Kernel,
  source: ByteSource,
  report: ScanReport,
  options: WindowOptions = {}
): AsyncGenerator<Window> {
  const { pieceSize = 256 * 1024, longestLine = 256 * 1024 * 1024, isRest = false } = options;
  let filled = FIRST_BYTE;
  let isPassingOver = false;
  for (let isLast = false; !isLast;) {
    kernel.grow(filled + pieceSize + 1);
    const count = await source.read(kernel.bytes.subarray(filled, filled + pieceSize));
    report.bytes += count;
    isLast = count === 0;
    const searched = filled;
    filled += count;
    if (isLast && (filled > FIRST_BYTE || isPassingOver)) {
      kernel.bytes[filled] = NEWLINE;
      filled += 1;
    }
    let start = FIRST_BYTE;
    if (isPassingOver) {
      start = Math.min(kernel.findByte(start, filled, NEWLINE) + 1, filled);
      isPassingOver = kernel.bytes[start - 1] !== NEWLINE;
      if (!isPassingOver) report.lines += 1;
    }
    const end = kernel.findByteBefore(Math.max(start, searched), filled, NEWLINE) + 1;
    if (end > start && kernel.bytes[end - 1] === NEWLINE) {
      const firstLine = report.lines + 1;
      const mark = firstLine === 1 && !isRest ? countMark(kernel, start) : 0;
      const toLineNumber = createLineCounter(kernel, start, firstLine);
      yield { start: start + mark, end, firstLine, toLineNumber };
      report.lines = toLineNumber(end) - 1;
      start = end;
    }
    if (isPassingOver || filled - start > longestLine) {
      if (!isPassingOver) {
        addWrongLine(report, { line: report.lines + 1, reason: 'longer than any text can be' });
      }
      isPassingOver = true;
      start = filled;
    }
    kernel.bytes.copyWithin(FIRST_BYTE, start, filled);
    filled = FIRST_BYTE + filled - start;
  }
}

/** Editors on Windows begin files with a byte order mark. */
const countMark = ({ bytes }: Kernel, start: number): number =>
  BYTE_ORDER_MARK.every((byte, index) => bytes[start + index] === byte)
    ? BYTE_ORDER_MARK.length
    : 0;

/** Counts on from the address that was asked for last, so that all lines are counted once. */
export const createLineCounter = (
  kernel: Kernel,
  from: number,
  firstLine: number
): ((start: number) => number) => {
  let line = firstLine;
  let counted = from;
  return (start) => {
    line += kernel.countByte(counted, start, NEWLINE);
    counted = start;
    return line;
  };
};
