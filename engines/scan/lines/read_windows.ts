import type { ByteSource } from '../source/byte_source';
import { FIRST_BYTE } from '../simd/memory_layout';
import type { Kernel } from '../simd/create_kernel';
import { addWrongLine } from '../scan_report';
import type { ScanReport } from '../scan_report';

/** Whole lines in the kernel's memory; the last byte is a newline. */
export interface Window {
  readonly start: number;
  readonly end: number;
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
 * A window is valid until the next one is asked for. Whoever reads it counts its lines in `report.lines`.
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
      const newline = kernel.bytes.subarray(start, filled).indexOf(NEWLINE);
      isPassingOver = newline === -1;
      start = isPassingOver ? filled : start + newline + 1;
      if (!isPassingOver) report.lines += 1;
    }
    const from = Math.max(start, searched);
    const end = from + kernel.bytes.subarray(from, filled).lastIndexOf(NEWLINE) + 1;
    if (end > from) {
      const mark = report.lines === 0 && !isRest ? countMark(kernel, start) : 0;
      yield { start: start + mark, end };
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
