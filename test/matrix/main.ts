import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createSwitch, runCommand, type Usage } from '../../engines/command_line';
import { checkIcons } from './check_icons';
import { checkTypes } from './check_types';
import { driveServer } from './drive_server';
import { installPlugin } from './install_plugin';
import { KIBANA_EUIS, REACTS } from './kibana_eui';
import type { MatrixRow } from './matrix_row';
import { renderBrowser } from './render_browser';

const USAGE = {
  about: `Drives what the zip holds on every Node.js, EUI and React of the Kibana lines, and in our reading of their contracts.

  npm run matrix`,
  options: {
    installed: createSwitch(
      'only with what the repository has installed: one line of each seam; what was not run is named'
    ),
  },
  exits: { 0: 'every line holds', 1: 'a line fails' },
} satisfies Usage;

const NODES = ['18', '20', '22', '24'];
const ROOT = process.cwd();
/** Inside of the repository, so that its packages are found from there. */
const WORK = join(ROOT, 'build');

const runMatrix = async (isShort: boolean): Promise<boolean> => {
  const rows: MatrixRow[] = [];
  const skipped: string[] = [];
  const report = (row: MatrixRow): void => {
    rows.push(row);
    console.log(
      `${row.problem === undefined ? 'ok    ' : 'FAILED'} ${row.seam.padEnd(8)} ${row.line}`
    );
    if (row.problem !== undefined) console.log(row.problem);
  };
  await mkdir(WORK, { recursive: true });
  const kibana = await mkdtemp(join(WORK, 'matrix-'));
  try {
    const plugin = await installPlugin(ROOT, kibana);
    const nodes = isShort
      ? [{ name: process.versions.node, program: process.execPath }]
      : NODES.map((name) => ({
          name,
          program: join(ROOT, `test/matrix/node_modules/node-${name}/bin/node`),
        }));
    if (isShort) skipped.push(`the server half on other Node.js than ${process.versions.node}`);
    for (const row of await driveServer(ROOT, plugin, nodes)) report(row);
    const euis = KIBANA_EUIS.filter(({ isInstalled }) => isInstalled || !isShort);
    for (const eui of euis) report(await checkIcons(ROOT, eui, euis));
    for (const eui of KIBANA_EUIS) {
      for (const react of REACTS) {
        if (isShort && !(eui.isInstalled && react.isInstalled)) {
          skipped.push(`EUI ${eui.eui} with React ${react.react}`);
          continue;
        }
        report(await checkTypes(ROOT, kibana, eui, react));
        report(await renderBrowser(ROOT, plugin, eui, react));
      }
    }
  } finally {
    await rm(kibana, { recursive: true, force: true });
  }
  if (skipped.length > 0) console.log(`Not run: ${skipped.join('; ')}. npm run matrix runs all.`);
  const failed = rows.filter(({ problem }) => problem !== undefined).length;
  console.log(`${rows.length - failed} of ${rows.length} lines hold.`);
  return failed === 0;
};

process.exitCode = await runCommand(USAGE, process.argv.slice(2), async ({ values }) => {
  if (!values.installed && !existsSync(join(ROOT, 'test/matrix/node_modules')))
    throw new Error('npm ci --prefix test/matrix installs what the matrix needs.');
  return (await runMatrix(values.installed)) ? 0 : 1;
});
