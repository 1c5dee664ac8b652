import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createOption, createTextOption, runCommand, type Usage } from '../engines/command_line';
import { buildPlugin } from './zip/build_plugin';

const USAGE = {
  about: `Builds the zip that Kibana's plugin installer takes.

  npm run build -- --kibana-version 8.12.2`,
  options: {
    'kibana-version': createOption({
      value: 'VERSION',
      about: "8.12.2 is the default; Kibana's installer refuses a zip of another version",
      takes: 'three numbers like 8.12.2',
      parse: (text) => (/^\d+\.\d+\.\d+$/.test(text) ? text : undefined),
      fallback: '8.12.2',
    }),
    out: createTextOption('DIR', 'where the zip goes; build is the default', 'build'),
  },
  exits: { 0: 'built', 1: 'could not be built' },
} satisfies Usage;

const build = async (kibanaVersion: string, directory: string): Promise<void> => {
  const { zipName, zip, files } = await buildPlugin(process.cwd(), kibanaVersion);
  const path = join(directory, zipName);
  await mkdir(directory, { recursive: true });
  await writeFile(path, zip);
  for (const [name, { length }] of [...files].sort())
    console.log(`${toKilobytes(length)}  ${name}`);
  console.log(`${toKilobytes(zip.length)}  ${path}`);
};

const toKilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1).padStart(8)} kB`;

process.exitCode = await runCommand(USAGE, process.argv.slice(2), async ({ values }) => {
  await build(values['kibana-version'], resolve(values.out));
  return 0;
});
