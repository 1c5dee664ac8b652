import { createHash } from 'node:crypto';
import type { Files } from './bundle';

/**
 * The version Kibana is told: the package's, with a hash of everything that ships.
 * Browsers keep a plugin's files for a year under a URL with this version, so other content needs another one.
 */
export const toContentVersion = (version: string, files: Files): string => {
  const hash = createHash('sha256');
  for (const [path, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  }
  return `${version}-${hash.digest('hex').slice(0, 8)}`;
};
