import type { EventSource } from '../../common/event/source_event';
import { toFieldTree } from './field_tree';
import type { FieldKey, FieldTree } from './field_tree';
import type { Kernel } from './simd/create_kernel';

/**
 * Reads of a line of JSON no more than the fields asked for.
 * @param at where the line's object begins; it must be valid
 */
export type FieldPicker = (at: number) => EventSource;

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
 */
export const createFieldPicker = (kernel: Kernel, paths: readonly string[]): FieldPicker => {
  const root = toFieldTree(paths);
  return (at) => new LineReader(kernel, at).readObject(root, 0);
};

type Fields = Record<string, unknown>;

/** Walks through one line; the methods move on behind what they read. */
class LineReader {
  readonly #kernel: Kernel;
  readonly #bytes: Buffer;
  #at: number;

  constructor(kernel: Kernel, at: number) {
    this.#kernel = kernel;
    this.#bytes = kernel.bytes;
    this.#at = at;
  }

  readObject(tree: FieldTree, depth: number): Fields {
    // Without a prototype, so that a key called `__proto__` is one like any other.
    const fields: Fields = { __proto__: null };
    this.#at += 1;
    while (this.#peek() !== CLOSE_BRACE) {
      const key = this.#findKey(tree);
      this.#skip(COLON);
      if (key === undefined) this.#passOver();
      else fields[key.name] = this.#readValue(key.tree, depth + 1);
      this.#skip(COMMA);
    }
    this.#at += 1;
    return fields;
  }

  #readValue(tree: FieldTree, depth: number): unknown {
    const byte = this.#peek();
    if (depth < DEEPEST) {
      if (byte === OPEN_BRACE && tree.keys.length > 0) return this.readObject(tree, depth);
      if (byte === OPEN_BRACKET) return this.#readArray(tree, depth);
      if (tree.isLeaf && byte === QUOTE) return this.#readText();
      if (tree.isLeaf && byte !== OPEN_BRACE) return this.#readWord();
    }
    this.#passOver();
    return null;
  }

  #readArray(tree: FieldTree, depth: number): unknown[] {
    const values: unknown[] = [];
    this.#at += 1;
    while (this.#peek() !== CLOSE_BRACKET) {
      values.push(this.#readValue(tree, depth + 1));
      this.#skip(COMMA);
    }
    this.#at += 1;
    return values;
  }

  /** Moves behind a key; gives it if it matters. */
  #findKey(tree: FieldTree): FieldKey | undefined {
    const bytes = this.#bytes;
    const start = this.#at + 1;
    if (!this.#passText()) {
      const text = this.#toText(start);
      return tree.keys.flat().find((key) => key?.name === text);
    }
    const length = this.#at - 1 - start;
    for (const key of tree.keys[length] ?? []) {
      let index = 0;
      while (index < length && bytes[start + index] === key.bytes[index]) index += 1;
      if (index === length) return key;
    }
    return undefined;
  }

  #readText(): string {
    const start = this.#at + 1;
    const isPlain = this.#passText();
    return isPlain ? this.#bytes.toString('latin1', start, this.#at - 1) : this.#toText(start);
  }

  /** Moves behind a string; whether it is ASCII without escapes. */
  #passText(): boolean {
    const bytes = this.#bytes;
    let at = this.#at + 1;
    let isPlain = true;
    for (let byte = bytes[at] ?? QUOTE; byte !== QUOTE; byte = bytes[at] ?? QUOTE) {
      if (byte === BACKSLASH) at += 1;
      if (byte === BACKSLASH || byte > 0x7f) isPlain = false;
      at += 1;
    }
    this.#at = at + 1;
    return isPlain;
  }

  /** The string that was passed last and began at `start`, with its escapes and UTF-8 decoded. */
  #toText(start: number): string {
    return String(JSON.parse(this.#bytes.toString('utf8', start - 1, this.#at)));
  }

  /** A number, true, false or null. */
  #readWord(): unknown {
    const start = this.#at;
    this.#passOver();
    return JSON.parse(this.#bytes.toString('latin1', start, this.#at));
  }

  #passOver(): void {
    this.#at = this.#kernel.skipValue(this.#at);
  }

  /** The next byte that is no blank. */
  #peek(): number {
    while ((this.#bytes[this.#at] ?? COMMA) <= 0x20) this.#at += 1;
    return this.#bytes[this.#at] ?? 0;
  }

  #skip(byte: number): void {
    if (this.#peek() === byte) this.#at += 1;
    this.#peek();
  }
}
