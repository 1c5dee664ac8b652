const QUOTE = 0x22;
const COMMA = 0x2c;
const OPEN_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const NEWLINE = 0x0a;
const BYTE_ORDER_MARK = new Set([0xef, 0xbb, 0xbf]);

/** No text holds more, and no export needs it. */
const LONGEST_DOCUMENT = 256 * 1024 * 1024;

/**
 * Cuts JSON into its outermost objects, whatever stands between them: line ends, nothing, or the commas and brackets of an array.
 * What is no object is given line by line.
 */
export class DocumentSplitter {
  private parts: Buffer[] = [];
  private length = 0;
  private depth = 0;
  private isInText = false;
  private isEscaped = false;
  private isStray = false;
  private readonly onDocument: (text: string) => void;

  constructor(onDocument: (text: string) => void) {
    this.onDocument = onDocument;
  }

  push(bytes: Buffer): void {
    let start = 0;
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      if (this.isStray) {
        if (byte !== NEWLINE) continue;
        this.finish(bytes.subarray(start, at));
        start = at + 1;
      } else if (this.depth === 0) {
        start = at;
        this.begin(byte);
        if (this.depth === 0 && !this.isStray) start = at + 1;
      } else if (this.pass(byte)) {
        this.finish(bytes.subarray(start, at + 1));
        start = at + 1;
      }
    }
    if (this.depth > 0 || this.isStray) this.keep(bytes.subarray(start));
  }

  end(): void {
    if (this.length > 0) this.finish(Buffer.alloc(0));
  }

  private begin(byte: number): void {
    const isBetween =
      byte <= 0x20 || byte === COMMA || byte === OPEN_BRACKET || byte === CLOSE_BRACKET;
    if (byte === OPEN_BRACE) this.depth = 1;
    else this.isStray = !isBetween && !BYTE_ORDER_MARK.has(byte);
  }

  /** Whether this is the last byte of the document. */
  private pass(byte: number): boolean {
    if (this.isInText) {
      if (this.isEscaped) this.isEscaped = false;
      else if (byte === BACKSLASH) this.isEscaped = true;
      else if (byte === QUOTE) this.isInText = false;
      return false;
    }
    if (byte === QUOTE) this.isInText = true;
    else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) this.depth += 1;
    else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) this.depth -= 1;
    return this.depth === 0;
  }

  /** Copies, because the caller uses its buffer again. */
  private keep(bytes: Buffer): void {
    this.length += bytes.length;
    if (this.length <= LONGEST_DOCUMENT) this.parts.push(Buffer.from(bytes));
    else this.parts = [Buffer.from('{')];
  }

  private finish(last: Buffer): void {
    this.keep(last);
    const text = Buffer.concat(this.parts).toString('utf8');
    this.parts = [];
    this.length = 0;
    this.depth = 0;
    this.isInText = false;
    this.isEscaped = false;
    this.isStray = false;
    this.onDocument(text);
  }
}
