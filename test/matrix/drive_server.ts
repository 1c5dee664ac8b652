import { join } from 'node:path';
import { build } from 'esbuild';
import { z } from 'zod';
import { KIBANA_VERSIONS } from '../doubles/kibana/kibana_line';
import type { MatrixRow } from './matrix_row';
import { runProgram } from './run_program';

const outcomesSchema = z.array(z.tuple([z.string(), z.string().nullable()]));

/** Drives the zip's server half with some Node.js, in the double of every Kibana line. */
export const driveServer = async (
  root: string,
  plugin: string,
  nodes: readonly { readonly name: string; readonly program: string }[]
): Promise<MatrixRow[]> => {
  const driver = join(plugin, '../driver.cjs');
  await build({
    absWorkingDir: root,
    entryPoints: ['test/matrix/server_driver.ts'],
    outfile: driver,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node18',
    external: ['@kbn/*'],
    tsconfigRaw: {},
  });
  const rows: MatrixRow[] = [];
  for (const { name, program } of nodes) {
    const args = [driver, join(plugin, 'server/index.js'), ...KIBANA_VERSIONS];
    const { code, stdout, stderr } = await runProgram(program, args);
    const outcomes =
      code === 0
        ? outcomesSchema.parse(JSON.parse(stdout))
        : KIBANA_VERSIONS.map((version) => [version, stderr.trim()] as const);
    for (const [version, problem] of outcomes) {
      const line = `Kibana ${version}, Node.js ${name}`;
      rows.push({ seam: 'server', line, problem: problem ?? undefined });
    }
  }
  return rows;
};
