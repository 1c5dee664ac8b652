import { main } from 'assemblyscript/asc';
import { PROJECT_ROOT } from '../bundle/project_root.mjs';

const SOURCE = 'engines/scan/simd/kernel/index.ts';
const OPTIONS = [
  ...['-O3', '--enable', 'simd'],
  // The module gets its memory, and needs nothing else: it neither allocates nor throws.
  ...['--importMemory', '--runtime', 'stub', '--use', 'abort='],
];

/**
 * Compiles the inner loops of scanning from AssemblyScript to WebAssembly.
 * @throws Error with the place of a mistake
 */
export const compileKernel = async (): Promise<Uint8Array> => {
  let code: Uint8Array | undefined;
  const { error, stderr } = await main(
    [SOURCE, '--baseDir', PROJECT_ROOT, '--outFile', 'kernel.wasm', ...OPTIONS],
    {
      writeFile: (_name, contents) => {
        if (typeof contents !== 'string') code = contents;
      },
    }
  );
  if (error !== null || code === undefined) throw new Error(`${SOURCE}: ${stderr.toString()}`);
  return code;
};
