import { readFileSync } from 'node:fs';
import { FIRST_BYTE, FOUND_KEY, MARGIN, ODD_KEY, PAGE, STACK } from './memory_layout';

/** What the WebAssembly module exports; all numbers but offsets are addresses in its memory. */
interface KernelFunctions {
  /** Where one of the fingerprints in a table may stand next, or `end`. */
  findFingerprint(at: number, end: number, table: number): number;
  /** The end of a JSON value on a line that ends with a newline; 0 if it is not valid or nested too deeply. */
  skipValue(at: number): number;
  /** The newline of a line that holds one JSON object or nothing; 0 if it holds anything else or is nested too deeply. */
  skipLine(at: number): number;
  /** From behind a brace or a value in a valid object: the next value whose key is in a table, or the closing brace. */
  findMember(at: number, keys: number): number;
  /** The shape of a line, or 0 if it has none of those that `shape` leads to. */
  walkLine(at: number, shape: number): number;
  /** Where an offset of that shape is on the line that was walked along last. */
  toLine(offset: number): number;
}

/** Fast loops over bytes, and the memory in which the bytes must stand. */
export interface Kernel extends KernelFunctions {
  /** The whole memory; another array after `grow`. */
  readonly bytes: Buffer;
  /** Makes room for at least so many bytes, with a margin that functions may read past the end. */
  grow(size: number): void;
  /** An address for so many bytes that nobody else gets. */
  reserve(size: number): number;
  /** Where in a table of keys the key stood that `findMember` found; `ODD_KEY` if it has to be looked at closely. */
  readonly foundKey: number;
}

/** Compiled from `kernel/`. */
const CODE = new URL('./kernel.wasm', import.meta.url);

/** The slice of WebAssembly that is used: Node's types leave it to those of the DOM. */
interface WasmEngine {
  readonly Module: new (code: Uint8Array) => object;
  readonly Memory: new (limits: { initial: number }) => WasmMemory;
  readonly Instance: new (module: object, imports: object) => { readonly exports: WasmExports };
}

interface WasmMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

type WasmExports = Readonly<Record<string, unknown>>;

/** Typed as any text, so that Node's half of the types does not count. */
const WASM: string = 'WebAssembly';

let compiled: object | undefined;

export const createKernel = (): Kernel => {
  const { Module, Memory, Instance }: WasmEngine = Reflect.get(globalThis, WASM);
  compiled ??= new Module(readFileSync(CODE));
  const memory = new Memory({ initial: Math.ceil(FIRST_BYTE / PAGE) });
  const { exports } = new Instance(compiled, { env: { memory } });
  if (!hasKernelFunctions(exports)) throw new TypeError('the kernel lacks a function');
  const { findFingerprint, skipValue, skipLine, findMember, walkLine, toLine } = exports;
  let nextFree = FOUND_KEY + 1;
  const kernel = {
    findFingerprint,
    skipValue,
    skipLine,
    findMember,
    walkLine,
    toLine,
    get foundKey(): number {
      return kernel.bytes[FOUND_KEY] ?? ODD_KEY;
    },
    bytes: Buffer.from(memory.buffer),
    grow: (size: number): void => {
      const missing = size + MARGIN - memory.buffer.byteLength;
      if (missing <= 0) return;
      memory.grow(Math.ceil(missing / PAGE));
      kernel.bytes = Buffer.from(memory.buffer);
    },
    reserve: (size: number): number => {
      const address = nextFree;
      nextFree += size;
      if (nextFree > STACK) throw new RangeError('no room for another table');
      return address;
    },
  };
  return kernel;
};

const hasKernelFunctions = (exports: WasmExports): exports is WasmExports & KernelFunctions =>
  ['findFingerprint', 'skipValue', 'skipLine', 'findMember', 'walkLine', 'toLine'].every(
    (name) => typeof exports[name] === 'function'
  );
