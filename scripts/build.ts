import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildPlugin } from './zip/build_plugin';

/** `npm run build -- [--kibana-version 8.12.2] [--out build]`: the zip that Kibana's plugin installer takes. */
const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      'kibana-version': { type: 'string', default: '8.12.2' },
      out: { type: 'string', default: 'build' },
    },
  });
  const kibanaVersion = values['kibana-version'];
  if (!/^\d+\.\d+\.\d+$/.test(kibanaVersion)) {
    throw new Error(
      `--kibana-version must be three numbers like 8.12.2, not "${kibanaVersion}": Kibana's installer compares all three.`
    );
  }
  const { zipName, zip, files } = await buildPlugin(process.cwd(), kibanaVersion);
  const path = join(resolve(values.out), zipName);
  await mkdir(resolve(values.out), { recursive: true });
  await writeFile(path, zip);
  for (const [name, { length }] of [...files].sort())
    console.log(`${toKilobytes(length)}  ${name}`);
  console.log(`${toKilobytes(zip.length)}  ${path}`);
};

const toKilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1).padStart(8)} kB`;

await main();
