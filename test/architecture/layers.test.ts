import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractDepcruiseConfig from 'dependency-cruiser/config-utl/extract-depcruise-config';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from './repository';

/** Imports that break the table of layers, each planted in a file of its own. */
const FORBIDDEN = [
  ['common', '../server/target'],
  ['common', 'node:fs'],
  ['server', '../public/target'],
  ['server', '../standalone/target'],
  ['server', '../test/target'],
  ['server', 'node:fs'],
  ['public', '../server/target'],
  ['public', '../standalone/target'],
  ['public', 'node:fs'],
  ['server', '../engines/machine/index'],
  ['public', '../engines/machine/index'],
  ['engines/scan', '../../server/target'],
  ['engines/scan', '../../standalone/target'],
  ['engines/scan', '../machine/target'],
  ['standalone', '../engines/machine/target'],
  ['standalone', '../test/target'],
  ['scripts', '../server/target'],
  ['scripts', '../engines/machine/index'],
] as const;
const ALLOWED = [
  ['server', '../common/target'],
  ['engines/scan', '../../common/target'],
  ['engines/scan', '../machine/index'],
  ['standalone', '../server/target'],
  ['standalone', '../engines/machine/index'],
  ['test', '../standalone/target'],
  ['scripts', '../engines/command_line/index'],
] as const;
const LAYERS = ['common', 'server', 'public', 'engines', 'standalone', 'scripts', 'test'];

const toPath = (layer: string, index: number): string => `${layer}/planted_${index}.ts`;
let root: string;
const plant = async (path: string, text: string): Promise<void> => {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
};

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'layers-'));
  for (const folder of [...LAYERS, 'engines/machine', 'engines/command_line']) {
    await plant(`${folder}/target.ts`, 'export const target = 1;');
  }
  for (const engine of ['machine', 'command_line']) {
    await plant(`engines/${engine}/index.ts`, "export { target } from './target';");
  }
  for (const [index, [layer, path]] of [...FORBIDDEN, ...ALLOWED].entries()) {
    await plant(toPath(layer, index), `import * as target from '${path}';\nexport { target };`);
  }
});
afterAll(() => rm(root, { recursive: true }));

test('every import against the table of layers is an error, and the others are not', async () => {
  const config = await extractDepcruiseConfig(join(ROOT, '.dependency-cruiser.cjs'));
  const { tsConfig: _aliases, ...options } = config.options ?? {};
  const result = await cruise(LAYERS, {
    ...options,
    baseDir: root,
    validate: true,
    ruleSet: config,
  });
  if (typeof result.output === 'string') throw new Error(result.output);
  const errors = result.output.summary.violations
    .filter(({ rule }) => rule.severity === 'error' && rule.name === 'not-in-allowed')
    .map(({ from }) => from);
  expect(errors.sort()).toEqual(FORBIDDEN.map(([layer], index) => toPath(layer, index)).sort());
});
