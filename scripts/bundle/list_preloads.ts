import type { Metafile } from 'esbuild';

/**
 * The files that a page needs to draw itself, so that it can ask for all of them at once instead of for each when another one
 * names it: those of the given entry points and all that they import at once.
 * @param entries sources, as the bundler names them
 * @returns paths as the bundler names its outputs
 */
export const listPreloads = (
  { outputs }: Pick<Metafile, 'outputs'>,
  entries: readonly string[]
): string[] => {
  const needed = new Set(
    entries.map((entry) => {
      const output = Object.keys(outputs).find((path) => outputs[path]?.entryPoint === entry);
      if (output === undefined) throw new Error(`${entry} begins no file of the bundle.`);
      return output;
    })
  );
  // A set that grows while it is walked is walked to its new end.
  for (const path of needed) {
    for (const one of outputs[path]?.imports ?? []) {
      if (one.kind === 'import-statement') needed.add(one.path);
    }
  }
  return [...needed];
};
