import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { KibanaEui, KibanaReact } from './kibana_eui';
import type { MatrixRow } from './matrix_row';
import { runProgram } from './run_program';

/** Type-checks the browser half against one EUI and one React. */
export const checkTypes = async (
  root: string,
  folder: string,
  { eui, euiPath, themePath }: KibanaEui,
  { react, types }: KibanaReact
): Promise<MatrixRow> => {
  const to = (path: string): string => relative(folder, join(root, path));
  const project = join(folder, `tsconfig.eui_${eui}.react_${react}.json`);
  const config = {
    extends: to('public/tsconfig.json'),
    compilerOptions: {
      noEmit: true,
      incremental: false,
      composite: false,
      paths: {
        '@elastic/eui': [to(euiPath)],
        '@elastic/eui-theme-borealis': [to(themePath)],
        react: [to(types)],
        'react/jsx-runtime': [to(`${types}/jsx-runtime.d.ts`)],
      },
    },
    include: ['public', 'types/kbn/*_public.d.ts', 'types/kbn/i18n.d.ts'].map(to),
    exclude: ['public/**/*.test.ts', 'public/**/*.test.tsx'].map(to),
  };
  await mkdir(folder, { recursive: true });
  await writeFile(project, JSON.stringify(config));
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { code, stdout } = await runProgram(process.execPath, [tsc, '-p', project]);
  const problem = code === 0 ? undefined : stdout.trim().split('\n').slice(0, 5).join('\n');
  return { seam: 'types', line: `EUI ${eui}, React ${react}`, problem };
};
