import type { EventSource } from '../../../common/event/source_event';
import { toFieldTree } from './field_tree';
import type { Gap } from './find_gaps';
import { createKeyTable } from './key_table';
import type { KeyTable } from './key_table';
import { ODD_KEY } from '../simd/memory_layout';
import type { Kernel } from '../simd/create_kernel';

/** Reads of a line of JSON no more than the fields asked for. */
export interface FieldPicker {
  /** @param at where the line's object begins; it must be valid */
  pick(at: number): EventSource;
  /** Prepares the same for lines of one shape, right after `walkLine`. Keys are dotted, whatever they are in the line. */
  forShape(gaps: readonly Gap[]): () => EventSource;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
/** Deeper values are read as null; field paths do not reach there. */
const DEEPEST = 1002;

/**
 * Prepares reading fields. What is read is as `JSON.parse` would give it: of a key that stands twice the last counts.
 * @param paths dotted; each is found in all its spellings, nested and dotted
 * @returns undefined when there are fields that a key table can not hold
 */
export const createFieldPicker = (
  kernel: Kernel,
  paths: readonly string[]
): FieldPicker | undefined => {
  const table = createKeyTable(kernel, toFieldTree(paths));
  if (table === undefined) return undefined;
  return {
    pick: (at) => new LineWalker(kernel, at).readObject(table, 0),
    forShape: (gaps) => {
      const asked = gaps.flatMap((gap) => {
        const inner = table.tables[table.names.indexOf(gap.name)];
        return inner === undefined ? [] : [{ gap, inner }];
      });
      return () => {
        const fields: Fields = {};
        const walker = new LineWalker(kernel, 0);
        for (const { gap, inner } of asked) {
          walker.at = kernel.toLine(gap.start);
          fields[gap.name] = walker.readValue(inner, gap.depth);
        }
        return fields;
      };
    },
  };
};

type Fields = Record<string, unknown>;

/** Walks through one line; the methods move on behind what they read. */
class LineWalker {
  private readonly kernel: Kernel;
  private readonly bytes: Buffer;
  at: number;

  constructor(kernel: Kernel, at: number) {
    this.kernel = kernel;
    this.bytes = kernel.bytes;
    this.at = at;
  }

  readObject(table: KeyTable, depth: number): Fields {
    const fields: Fields = {};
    const { kernel, bytes } = this;
    this.at = kernel.findMember(this.at + 1, table.address);
    while (bytes[this.at] !== CLOSE_BRACE) {
      const found = kernel.foundKey === ODD_KEY ? this.readOddKey(table) : kernel.foundKey;
      const name = table.names[found];
      const inner = table.tables[found];
      if (name === undefined || inner === undefined) this.passOver();
      else fields[name] = this.readValue(inner, depth + 1);
      this.at = kernel.findMember(this.at, table.address);
    }
    this.at += 1;
    return fields;
  }

  /** Decodes a key and moves to its value; gives its place in the table, if it has one. */
  private readOddKey({ names }: KeyTable): number {
    const key = this.readText();
    this.skip(COLON);
    return names.indexOf(key);
  }

  readValue(table: KeyTable, depth: number): unknown {
    const byte = this.peek();
    if (depth < DEEPEST) {
      if (byte === OPEN_BRACE && table.names.length > 0) return this.readObject(table, depth);
      if (byte === OPEN_BRACKET) return this.readArray(table, depth);
      if (table.isLeaf && byte === QUOTE) return this.readText();
      if (table.isLeaf && byte !== OPEN_BRACE) return this.readWord();
    }
    this.passOver();
    return null;
  }

  private readArray(table: KeyTable, depth: number): unknown[] {
    const values: unknown[] = [];
    this.at += 1;
    while (this.peek() !== CLOSE_BRACKET) {
      values.push(this.readValue(table, depth + 1));
      this.skip(COMMA);
    }
    this.at += 1;
    return values;
  }

  private readText(): string {
    const start = this.at + 1;
    const isPlain = this.passText();
    return isPlain ? this.bytes.toString('latin1', start, this.at - 1) : this.toText(start);
  }

  /** Moves behind a string; whether it is ASCII without escapes. */
  private passText(): boolean {
    const bytes = this.bytes;
    let at = this.at + 1;
    let isPlain = true;
    for (let byte = bytes[at] ?? QUOTE; byte !== QUOTE; byte = bytes[at] ?? QUOTE) {
      if (byte === BACKSLASH) at += 1;
      if (byte === BACKSLASH || byte > 0x7f) isPlain = false;
      at += 1;
    }
    this.at = at + 1;
    return isPlain;
  }

  /** The string that was passed last and began at `start`, with its escapes and UTF-8 decoded. */
  private toText(start: number): string {
    return String(JSON.parse(this.bytes.toString('utf8', start - 1, this.at)));
  }

  /** A number, true, false or null. */
  private readWord(): unknown {
    const start = this.at;
    this.passOver();
    return JSON.parse(this.bytes.toString('latin1', start, this.at));
  }

  private passOver(): void {
    this.at = this.kernel.skipValue(this.at);
  }

  /** The next byte that is no blank. */
  private peek(): number {
    while ((this.bytes[this.at] ?? COMMA) <= 0x20) this.at += 1;
    return this.bytes[this.at] ?? 0;
  }

  private skip(byte: number): void {
    if (this.peek() === byte) this.at += 1;
    this.peek();
  }
}
