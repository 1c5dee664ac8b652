import { zipSync } from 'fflate';
import type { Files } from './bundle';

/** `-rw-r--r--` where Unix keeps it in a zip. Kibana's installer applies it: without, nobody could read the files. */
const FILE_MODE = 0o100644 << 16;
const UNIX = 3;
/** The same files must give the same bytes, so no file carries the time of the build. */
const NO_TIME = new Date(1980, 0, 1);

/** Packs the plugin the way Kibana's installer looks for it: everything under `kibana/<plugin id>/`. */
export const toZip = (files: Files, pluginId: string): Uint8Array => {
  const paths = [...files.keys()].sort();
  const entries = paths.map((path) => [`kibana/${pluginId}/${path}`, files.get(path)!] as const);
  return zipSync(Object.fromEntries(entries), {
    level: 9,
    mtime: NO_TIME,
    os: UNIX,
    attrs: FILE_MODE,
  });
};
