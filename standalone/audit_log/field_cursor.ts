/**
 * Walks the `key=value` pairs of one record without copying anything out of it: after `next()` the offsets say
 * where key and value stand. One cursor is reused for all lines.
 */
export class FieldCursor {
  text = '';
  keyStart = 0;
  keyEnd = 0;
  valueStart = 0;
  valueEnd = 0;
  /** Where the record ends. */
  end = 0;

  /** `[start, end)`: what follows the record's header. */
  open(text: string, start: number, end: number): void {
    this.text = text;
    this.valueEnd = start;
    this.end = end;
  }

  /** False at the end of the record. Words without `=` are passed over. */
  next(): boolean {
    const { text, end } = this;
    let at = this.valueEnd;
    for (;;) {
      while (at < end && isBetween(text.charCodeAt(at))) at++;
      if (at >= end) return false;
      this.keyStart = at;
      while (at < end && text.charCodeAt(at) !== EQUALS && !isBetween(text.charCodeAt(at))) at++;
      if (at < end && text.charCodeAt(at) === EQUALS) break;
    }
    this.keyEnd = at;
    this.valueStart = at + 1;
    this.valueEnd = this.findValueEnd(at + 1);
    return true;
  }

  /** Whether the key is this one. */
  is(key: string): boolean {
    return this.keyEnd - this.keyStart === key.length && this.text.startsWith(key, this.keyStart);
  }

  key(): string {
    return this.text.slice(this.keyStart, this.keyEnd);
  }

  /** The value as written; short enough values (12 characters) are copies, longer ones views of the text. */
  raw(): string {
    return this.text.slice(this.valueStart, this.valueEnd);
  }

  /** A decimal value; NaN when there is no digit. */
  integer(): number {
    return this.number(10);
  }

  /** A hexadecimal value without `0x`, as registers are written; exact up to 2^53, which covers user addresses. */
  hexadecimal(): number {
    return this.number(16);
  }

  equals(value: string): boolean {
    return (
      this.valueEnd - this.valueStart === value.length &&
      this.text.startsWith(value, this.valueStart)
    );
  }

  private number(base: 10 | 16): number {
    let result = 0;
    for (let at = this.valueStart; at < this.valueEnd; at++) {
      const digit = toDigit(this.text.charCodeAt(at));
      if (digit >= base) return Number.NaN;
      result = result * base + digit;
    }
    return this.valueEnd > this.valueStart ? result : Number.NaN;
  }

  private findValueEnd(start: number): number {
    const { text, end } = this;
    const first = text.charCodeAt(start);
    // The nested `msg='op=… acct="…"'` of user space: its fields are read like the record's own.
    if (first === APOSTROPHE) return start + 1;
    let at = start;
    if (first === QUOTE) {
      at++;
      while (at < end && text.charCodeAt(at) !== QUOTE) at++;
      return Math.min(at + 1, end);
    }
    while (at < end && !isBetween(text.charCodeAt(at))) at++;
    return at;
  }
}

const EQUALS = 0x3d;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
/** auditd puts it before the fields it adds in the ENRICHED format. */
const GROUP_SEPARATOR = 0x1d;

const isBetween = (code: number): boolean =>
  code === 0x20 || code === GROUP_SEPARATOR || code === APOSTROPHE;

const toDigit = (code: number): number => {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : 16;
};
