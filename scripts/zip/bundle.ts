import { relative } from 'node:path';
import type { BuildOptions, BuildResult, Metafile } from 'esbuild';

/** Files by their path inside the installed plugin. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** What esbuild made: the files, and which source went into which of them. */
export interface Bundle {
  readonly files: Files;
  readonly metafile: Metafile;
}

/** Settings of every bundle. `tsconfigRaw` keeps tsconfig.json's aliases out: they lead to the stand-alone host. */
export const sharedOptions = (root: string) =>
  ({
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
    tsconfigRaw: {},
  }) satisfies BuildOptions;

export const toBundle = (
  { outputFiles, metafile }: BuildResult<{ write: false; metafile: true }>,
  root: string
): Bundle => ({
  files: new Map(outputFiles.map(({ path, contents }) => [relative(root, path), contents])),
  metafile,
});
