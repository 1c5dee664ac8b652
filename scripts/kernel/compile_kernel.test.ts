import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT_ROOT } from '../bundle/project_root.mjs';
import { compileKernel } from './compile_kernel';

test(
  'the kernel that runs is what its sources compile to: npm run kernel',
  { timeout: 60_000 },
  async () => {
    const kept = readFileSync(join(PROJECT_ROOT, 'engines/scan/simd/kernel.wasm'));
    expect(kept.equals(await compileKernel())).toBe(true);
  }
);
