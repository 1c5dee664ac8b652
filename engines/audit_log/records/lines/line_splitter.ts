import { toAuditChunk } from '../audit_chunk';
import type { AuditChunk } from '../audit_chunk';

/** Longer than any record of the kernel (8,970 bytes) with the names auditd adds; a longer line is passed over. */
export const LONGEST_LINE = 64 * 1024;
/** The largest text V8 still allocates among its young objects; the next size up makes reading many times slower. */
const WINDOW = 64 * 1024;
const NEWLINE = 0x0a;

/** One line without its end: `[start, end)` of `chunk`, beginning at byte `offset` of the stream. */
export type OnLine = (chunk: AuditChunk, start: number, end: number, offset: number) => void;

/**
 * Cuts a stream of bytes into lines and says where each begins. What follows the last line end is kept for the next
 * push, up to a limit: lines beyond `LONGEST_LINE` are reported as too long and cost no memory.
 */
export class LineSplitter {
  private carried: Buffer[] = [];
  private carriedBytes = 0;
  private isSkipping = false;
  /** Byte of the stream behind the last complete line. */
  private lineStart = 0;
  private readonly onLine: OnLine;
  private readonly onLongLine: () => void;

  constructor(onLine: OnLine, onLongLine: () => void) {
    this.onLine = onLine;
    this.onLongLine = onLongLine;
  }

  push(bytes: Buffer): void {
    for (let start = 0; start < bytes.length; start += WINDOW) {
      this.pushWindow(bytes.subarray(start, start + WINDOW));
    }
  }

  /** The stream ended or was cut: what has no line end is a line nevertheless. */
  end(): void {
    if (this.carriedBytes === 0) return;
    this.pushWindow(Buffer.of(NEWLINE));
    // That line end is no byte of the stream.
    this.lineStart--;
  }

  /** Where the line begins that is not complete yet. */
  get position(): number {
    return this.lineStart;
  }

  private pushWindow(bytes: Buffer): void {
    const firstEnd = bytes.indexOf(NEWLINE);
    if (firstEnd < 0) {
      this.carry(bytes);
      return;
    }
    this.completeCarried(bytes, firstEnd);
    const lastEnd = bytes.lastIndexOf(NEWLINE);
    if (lastEnd > firstEnd) this.readLines(bytes.subarray(firstEnd + 1, lastEnd + 1));
    this.carry(bytes.subarray(lastEnd + 1));
  }

  private completeCarried(bytes: Buffer, end: number): void {
    const length = this.carriedBytes + end;
    if (this.isSkipping || length > LONGEST_LINE) this.onLongLine();
    else {
      const line = Buffer.concat([...this.carried, bytes.subarray(0, end)]);
      this.onLine(toAuditChunk(line), 0, line.length, this.lineStart);
    }
    this.lineStart += length + 1;
    this.carried = [];
    this.carriedBytes = 0;
    this.isSkipping = false;
  }

  /** Copies, because the caller may use its buffer again. */
  private carry(bytes: Buffer): void {
    if (bytes.length === 0) return;
    this.carriedBytes += bytes.length;
    if (this.carriedBytes > LONGEST_LINE) {
      this.isSkipping = true;
      this.carried = [];
    } else {
      this.carried.push(Buffer.from(bytes));
    }
  }

  /** `bytes` end with a line end. */
  private readLines(bytes: Buffer): void {
    const chunk = toAuditChunk(bytes);
    let start = 0;
    while (start < bytes.length) {
      const end = chunk.text.indexOf('\n', start);
      if (end - start > LONGEST_LINE) this.onLongLine();
      else this.onLine(chunk, start, end, this.lineStart);
      this.lineStart += end + 1 - start;
      start = end + 1;
    }
  }
}
