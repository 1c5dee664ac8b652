import { toAuditChunk } from './audit_chunk';
import type { AuditChunk } from './audit_chunk';

const EMPTY = toAuditChunk(Buffer.alloc(0));

/**
 * Walks the `key=value` pairs of one record without copying anything out of it: after `next()` the offsets say
 * where key and value stand. One cursor is reused for all lines.
 */
export class FieldCursor {
  private chunk = EMPTY;
  keyStart = 0;
  keyEnd = 0;
  valueStart = 0;
  valueEnd = 0;
  /** Where the record ends. */
  end = 0;

  /** `[start, end)`: what follows the record's header. */
  open(chunk: AuditChunk, start: number, end: number): void {
    this.chunk = chunk;
    this.valueEnd = start;
    this.end = end;
  }

  /** False at the end of the record. Words without `=` are passed over. */
  next(): boolean {
    const { end } = this;
    const { bytes } = this.chunk;
    let at = this.valueEnd;
    for (;;) {
      while (at < end && isBetween(bytes[at])) at++;
      if (at >= end) return false;
      this.keyStart = at;
      while (at < end && bytes[at] !== EQUALS && !isBetween(bytes[at])) at++;
      if (at < end && bytes[at] === EQUALS) break;
    }
    this.keyEnd = at;
    this.valueStart = at + 1;
    this.valueEnd = this.findValueEnd(at + 1);
    return true;
  }

  /** Whether the key is this one. */
  is(key: string): boolean {
    return this.stands(key, this.keyStart, this.keyEnd);
  }

  key(): string {
    return this.chunk.text.slice(this.keyStart, this.keyEnd);
  }

  /** The value as written; short enough values (12 characters) are copies, longer ones views of the text. */
  raw(): string {
    return this.chunk.text.slice(this.valueStart, this.valueEnd);
  }

  /** A decimal value, which some writers quote; NaN when there is no digit. */
  integer(): number {
    return this.number(10);
  }

  /** A hexadecimal value without `0x`, as registers are written; exact up to 2^53, which covers user addresses. */
  hexadecimal(): number {
    return this.number(16);
  }

  equals(value: string): boolean {
    const quotes = this.isQuoted() ? 1 : 0;
    return this.stands(value, this.valueStart + quotes, this.valueEnd - quotes);
  }

  private isQuoted(): boolean {
    const { bytes } = this.chunk;
    const last = this.valueEnd - 1;
    return bytes[this.valueStart] === QUOTE && bytes[last] === QUOTE && last > this.valueStart;
  }

  private stands(word: string, start: number, end: number): boolean {
    if (end - start !== word.length) return false;
    const { bytes } = this.chunk;
    for (let index = 0; index < word.length; index++) {
      if (bytes[start + index] !== word.charCodeAt(index)) return false;
    }
    return true;
  }

  private number(base: 10 | 16): number {
    const { bytes } = this.chunk;
    const quotes = this.isQuoted() ? 1 : 0;
    const start = this.valueStart + quotes;
    const end = this.valueEnd - quotes;
    let result = 0;
    for (let at = start; at < end; at++) {
      const digit = toDigit(bytes[at]);
      if (digit >= base) return Number.NaN;
      result = result * base + digit;
    }
    return end > start ? result : Number.NaN;
  }

  private findValueEnd(start: number): number {
    const { end } = this;
    const { bytes } = this.chunk;
    const first = bytes[start];
    // The nested `msg='op=… acct="…"'` of user space: its fields are read like the record's own.
    if (first === APOSTROPHE) return start + 1;
    let at = start;
    if (first === QUOTE) {
      at++;
      while (at < end && bytes[at] !== QUOTE) at++;
      return Math.min(at + 1, end);
    }
    while (at < end && !isBetween(bytes[at])) at++;
    return at;
  }
}

const EQUALS = 0x3d;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
/** auditd puts it before the fields it adds in the ENRICHED format. */
const GROUP_SEPARATOR = 0x1d;

const isBetween = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === GROUP_SEPARATOR || byte === APOSTROPHE;

const toDigit = (byte = 0): number => {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : 16;
};
