import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand, type Usage } from '../engines/command_line';
import { PROJECT_ROOT } from './bundle/project_root.mjs';
import { compileKernel } from './kernel/compile_kernel';

const PATH = 'engines/scan/simd/kernel.wasm';
const USAGE = {
  about: `Compiles the inner loops of scanning to WebAssembly, after a change in engines/scan/simd: ${PATH}.`,
  options: {},
  exits: { 0: 'compiled', 1: 'a mistake in the sources' },
} satisfies Usage;

process.exitCode = await runCommand(USAGE, process.argv.slice(2), async () => {
  await writeFile(join(PROJECT_ROOT, PATH), await compileKernel());
  return 0;
});
