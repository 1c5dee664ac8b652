/** A machine made of a few files in a temporary directory, for tests; it notes what is read of it. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { toRawBytes } from './files/byte_text';
import { createMachine, type Machine } from './machine';
import type { MachineFiles } from './files/machine_files';

/** A file's content, or where a symbolic link points. */
export type FixtureFile = string | Buffer | { readonly link: string };

export interface FixtureMachine {
  readonly root: string;
  readonly machine: Machine;
  /** Paths read or listed so far, in order. */
  readonly reads: string[];
  dispose(): void;
}

const writeFixture = (root: string, path: string, file: FixtureFile): void => {
  const place = toRawBytes(join(root, path));
  mkdirSync(dirname(join(root, path)), { recursive: true });
  if (typeof file === 'object' && 'link' in file) symlinkSync(toRawBytes(file.link), place);
  else writeFileSync(place, file);
};

const noteReads = (files: MachineFiles, reads: string[]): MachineFiles => ({
  ...files,
  readBytes: (path, maxBytes) => {
    reads.push(path);
    return files.readBytes(path, maxBytes);
  },
  readText: (path, maxBytes) => {
    reads.push(path);
    return files.readText(path, maxBytes);
  },
  readLink: (path) => {
    reads.push(path);
    return files.readLink(path);
  },
  list: (path) => {
    reads.push(path);
    return files.list(path);
  },
});

/** @param tree file contents by absolute path of the fixture machine */
export const createFixtureMachine = (
  tree: Readonly<Record<string, FixtureFile>>
): FixtureMachine => {
  const root = mkdtempSync(join(tmpdir(), 'osquery-fixture-'));
  for (const [path, file] of Object.entries(tree)) writeFixture(root, path, file);
  const reads: string[] = [];
  const machine = createMachine({ root });
  return {
    root,
    machine: { ...machine, files: noteReads(machine.files, reads) },
    reads,
    dispose: () => rmSync(root, { recursive: true, force: true }),
  };
};
