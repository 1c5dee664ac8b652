import type { FieldTree } from './field_tree';
import { ODD_KEY } from '../simd/memory_layout';
import type { Kernel } from '../simd/create_kernel';

/** A tree of fields with its keys in the kernel's memory. */
export interface KeyTable {
  /** Address of the keys; 0 if there are none. */
  readonly address: number;
  readonly names: readonly string[];
  /** What to read of each key's value. */
  readonly tables: readonly KeyTable[];
  readonly isLeaf: boolean;
}

/** Room that all tables of a scan may take. */
const MOST_BYTES = 16 * 1024;
const LONGEST_KEY = 255;
/** Writing it to an object would set a prototype. An object without one has no such key, but takes far more memory. */
const NO_KEY = '__proto__';

/**
 * Writes the keys of a tree where `findMember` looks them up.
 * @returns undefined when there are too many or too long ones, or one that no object can hold
 */
export const createKeyTable = (kernel: Kernel, tree: FieldTree): KeyTable | undefined =>
  canBeWritten(tree) && toSize(tree) <= MOST_BYTES ? write(kernel, tree) : undefined;

const toKeyBytes = (tree: FieldTree): Uint8Array[] =>
  [...tree.keys.keys()].map((name) => new TextEncoder().encode(name));

const canBeWritten = (tree: FieldTree): boolean =>
  tree.keys.size < ODD_KEY &&
  !tree.keys.has(NO_KEY) &&
  toKeyBytes(tree).every(({ length }) => length > 0 && length <= LONGEST_KEY) &&
  [...tree.keys.values()].every(canBeWritten);

/** Each key with its length in front, and a zero. */
const toOwnSize = (tree: FieldTree): number =>
  toKeyBytes(tree).reduce((sum, { length }) => sum + length + 1, 1);

const toSize = (tree: FieldTree): number =>
  [...tree.keys.values()].reduce((sum, inner) => sum + toSize(inner), toOwnSize(tree));

const write = (kernel: Kernel, tree: FieldTree): KeyTable => {
  const address = tree.keys.size === 0 ? 0 : kernel.reserve(toOwnSize(tree));
  let at = address;
  for (const key of toKeyBytes(tree)) {
    kernel.bytes[at] = key.length;
    kernel.bytes.set(key, at + 1);
    at += 1 + key.length;
  }
  return {
    address,
    names: [...tree.keys.keys()],
    tables: [...tree.keys.values()].map((inner) => write(kernel, inner)),
    isLeaf: tree.isLeaf,
  };
};
