import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listSources, readText } from '../architecture/repository';
import type { KibanaEui } from './kibana_eui';
import type { MatrixRow } from './matrix_row';

/** Where the name of an icon stands, or a choice of two. */
const PLACES = /(?:\biconType(?:=|: )|\bicon=|<EuiIcon\s+type=)(?:\{[^}]*\}|["'][a-zA-Z]+["'])/g;
const NAME = /["']([a-zA-Z]+)["']/g;

/** Whether an EUI has every icon that the browser half names, in the views that nobody draws here too. */
export const checkIcons = async (
  root: string,
  { eui, euiPath }: KibanaEui,
  others: readonly KibanaEui[]
): Promise<MatrixRow> => {
  const own = await readIconNames(root, euiPath);
  const known = await Promise.all(others.map((other) => readIconNames(root, other.euiPath)));
  const named = listSources('public').flatMap((path) =>
    [...readText(path).matchAll(PLACES)].flatMap(([place]) =>
      [...place.matchAll(NAME)].map(([, name = '']) => ({ path, name }))
    )
  );
  // What no EUI has as an icon is a word of something else.
  const missing = named.filter(
    ({ name }) => !own.has(name) && known.some((names) => names.has(name))
  );
  const problem = missing.map(({ path, name }) => `${path}: no icon ${name}`).join('\n');
  return { seam: 'icons', line: `EUI ${eui}`, problem: problem === '' ? undefined : problem };
};

const readIconNames = async (root: string, euiPath: string): Promise<ReadonlySet<string>> => {
  const map = await readFile(join(root, euiPath, 'es/components/icon/icon_map.js'), 'utf8');
  return new Set([...map.matchAll(/^\s+'?([\w-]+)'?:/gm)].map(([, name = '']) => name));
};
