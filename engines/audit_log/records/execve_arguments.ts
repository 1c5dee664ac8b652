import type { AuditChunk } from './audit_chunk';
import { decodeBytes, decodeValue } from './decode_value';
import type { FieldCursor } from './field_cursor';

/**
 * Twice what Linux lets a program start with by default (2 MiB), so only a broken or hostile log meets it;
 * arguments beyond are dropped and `problem` says so.
 */
const MOST_BYTES = 4 * 1024 * 1024;

/**
 * Collects the arguments of one exec from its EXECVE records: whole ones (`a0=`), ones in pieces over several records
 * (`a2_len=`, `a2[0]=`, `a2[1]=`), and lists that go on in a further record.
 */
export class ExecveArguments {
  private readonly args: string[] = [];
  private count: number | undefined;
  private pieces: Buffer[] = [];
  private pieceIndex = -1;
  private announcedLength = Number.NaN;
  private bytes = 0;
  private flaw: string | undefined;

  /** Reads one EXECVE record. */
  add(chunk: AuditChunk, fields: FieldCursor): void {
    const { bytes } = chunk;
    while (fields.next()) {
      const { keyStart, keyEnd } = fields;
      if (bytes[keyStart] !== LETTER_A) continue;
      let at = keyStart + 1;
      let index = 0;
      for (; at < keyEnd && isDigit(bytes[at]); at++) {
        index = index * 10 + (bytes[at] ?? 0) - 0x30;
      }
      if (at === keyStart + 1) {
        if (fields.is('argc')) this.count = fields.integer();
      } else if (at === keyEnd) {
        this.addWhole(index, chunk, fields);
      } else if (bytes[at] === OPENING_BRACKET) {
        this.addPiece(index, chunk, fields);
      } else {
        this.endPieces();
        this.announcedLength = fields.integer();
      }
    }
  }

  /** Stands in for a missing EXECVE record: the title is the same list, but cut by the kernel after 128 bytes. */
  addTitle(chunk: AuditChunk, fields: FieldCursor): void {
    while (fields.next()) {
      if (!fields.is('proctitle')) continue;
      const title = decodeValue(chunk, fields.valueStart, fields.valueEnd) ?? '';
      this.args.push(...title.split('\0'));
    }
    this.flaw = 'no EXECVE record, arguments are from PROCTITLE';
  }

  /** How much of the log the arguments take up. */
  get byteLength(): number {
    return this.bytes;
  }

  /** All arguments in order. Call it once, after the last record. */
  finish(): readonly string[] {
    this.endPieces();
    if (this.count === undefined) this.flaw ??= 'argc is missing';
    else if (this.count !== this.args.length) {
      this.flaw ??= `argc is ${String(this.count)}, ${String(this.args.length)} in the log`;
    }
    return this.args;
  }

  /** Why the arguments may not be all; undefined when they are. */
  get problem(): string | undefined {
    return this.flaw;
  }

  private addWhole(index: number, chunk: AuditChunk, fields: FieldCursor): void {
    this.endPieces();
    if (!this.hasRoom(fields)) return;
    this.push(index, decodeValue(chunk, fields.valueStart, fields.valueEnd) ?? '(null)');
  }

  private addPiece(index: number, chunk: AuditChunk, fields: FieldCursor): void {
    if (index !== this.pieceIndex) this.endPieces();
    this.pieceIndex = index;
    if (!this.hasRoom(fields)) return;
    this.pieces.push(decodeBytes(chunk, fields.valueStart, fields.valueEnd));
  }

  private endPieces(): void {
    if (this.pieceIndex < 0) return;
    const bytes = Buffer.concat(this.pieces);
    // The length is announced in bytes of the argument or in digits of its hexadecimal form, depending on the kernel.
    const isWhole =
      this.announcedLength === bytes.length || this.announcedLength === bytes.length * 2;
    if (!isWhole) this.flaw ??= `argument ${String(this.pieceIndex)} lacks a piece`;
    this.push(this.pieceIndex, bytes.toString('utf8'));
    this.pieces = [];
    this.pieceIndex = -1;
    this.announcedLength = Number.NaN;
  }

  private push(index: number, value: string): void {
    if (index !== this.args.length) this.flaw ??= `argument ${String(this.args.length)} is missing`;
    this.args.push(value);
  }

  private hasRoom(fields: FieldCursor): boolean {
    this.bytes += fields.valueEnd - fields.valueStart;
    if (this.bytes <= MOST_BYTES) return true;
    this.flaw ??= 'the arguments are longer than 4 MiB';
    return false;
  }
}

const LETTER_A = 0x61;
const OPENING_BRACKET = 0x5b;

const isDigit = (byte = 0): boolean => byte >= 0x30 && byte <= 0x39;
