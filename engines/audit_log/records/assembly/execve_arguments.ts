import { ArgumentPieces } from './argument_pieces';
import type { AuditChunk } from '../audit_chunk';
import { decodeBytes, decodeValue } from '../decode_value';
import type { FieldCursor } from '../field_cursor';

/**
 * Twice what Linux lets a program start with by default (2 MiB), so only a broken or hostile log meets it;
 * arguments beyond are dropped and `problem` says so.
 */
const MOST_BYTES = 4 * 1024 * 1024;

/**
 * Collects the arguments of one exec from its EXECVE records, in whatever order these come: whole ones (`a0=`), ones in pieces
 * over several records (`a2_len=`, `a2[0]=`, `a2[1]=`), and lists that go on in a further record.
 */
export class ExecveArguments {
  private readonly args: string[] = [];
  /** Arguments that were met before one that stands in front of them. */
  private later: Map<number, string> | undefined;
  /** Both are rare, so most lists do without. */
  private inPieces: Map<number, ArgumentPieces> | undefined;
  private count: number | undefined;
  private bytes = 0;
  private flaw: string | undefined;
  /** How many EXECVE records were read. */
  records = 0;

  /**
   * Stands in for a missing EXECVE record: the title is the same list, but cut by the kernel after 128 bytes.
   * @returns undefined where the record holds no title
   */
  static fromTitle(chunk: AuditChunk, fields: FieldCursor): ExecveArguments | undefined {
    while (fields.next()) {
      if (!fields.is('proctitle')) continue;
      const title = new ExecveArguments();
      const text = decodeValue(chunk, fields.valueStart, fields.valueEnd) ?? '';
      title.args.push(...text.split('\0'));
      title.flaw = 'no EXECVE record, arguments are from PROCTITLE';
      return title;
    }
    return undefined;
  }

  /** Reads one EXECVE record. */
  add(chunk: AuditChunk, fields: FieldCursor): void {
    const { bytes } = chunk;
    this.records++;
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
        this.addPiece(index, at + 1, chunk, fields);
      } else {
        this.getPieces(index).announcedLength = fields.integer();
      }
    }
  }

  /** How much of the log the arguments take up. */
  get byteLength(): number {
    return this.bytes;
  }

  /** Whether nothing is missing; a further record may still go on with the last piece of one. */
  get isWhole(): boolean {
    const { args, later, inPieces, count } = this;
    if (!later && !inPieces) return count === args.length;
    const areWhole = [...(inPieces?.values() ?? [])].every((pieces) => pieces.isWhole);
    return areWhole && count === args.length + (later?.size ?? 0) + (inPieces?.size ?? 0);
  }

  /** All arguments in order. Call it once, after the last record. */
  finish(): readonly string[] {
    for (const [index, pieces] of this.inPieces ?? []) {
      if (!pieces.isWhole) this.flaw ??= `argument ${String(index)} lacks a piece`;
      this.push(index, pieces.toText());
    }
    for (const [index, value] of [...(this.later ?? [])].sort(([one], [other]) => one - other)) {
      if (index !== this.args.length) {
        this.flaw ??= `argument ${String(this.args.length)} is missing`;
      }
      this.args.push(value);
    }
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
    if (!this.hasRoom(fields)) return;
    this.push(index, decodeValue(chunk, fields.valueStart, fields.valueEnd) ?? '(null)');
  }

  /** `numberStart`: where the number of the piece stands in the key. */
  private addPiece(
    index: number,
    numberStart: number,
    chunk: AuditChunk,
    fields: FieldCursor
  ): void {
    const pieces = this.getPieces(index);
    if (!this.hasRoom(fields)) return;
    let piece = 0;
    for (let at = numberStart; isDigit(chunk.bytes[at]); at++) {
      piece = piece * 10 + (chunk.bytes[at] ?? 0) - 0x30;
    }
    pieces.add(piece, decodeBytes(chunk, fields.valueStart, fields.valueEnd));
  }

  private getPieces(index: number): ArgumentPieces {
    const inPieces = (this.inPieces ??= new Map());
    const known = inPieces.get(index) ?? new ArgumentPieces();
    inPieces.set(index, known);
    return known;
  }

  private push(index: number, value: string): void {
    const { args } = this;
    // One that is there already was delivered twice.
    if (index < args.length) return;
    if (index > args.length) {
      (this.later ??= new Map()).set(index, value);
      return;
    }
    args.push(value);
    if (this.later) this.takeNext(this.later);
  }

  private takeNext(later: Map<number, string>): void {
    for (;;) {
      const next = later.get(this.args.length);
      if (next === undefined) return;
      later.delete(this.args.length);
      this.args.push(next);
    }
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
