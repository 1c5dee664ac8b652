import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a property may be: of an icon's type, all there are. */
const ALLOWED_VALUES = /PropTypes\.oneOf\(\[[^\]]*\]/g;

/** The words in quotes of all JavaScript and TypeScript below some folders: among them the name of each icon that is drawn there. */
export const findQuotedWords = async (folders: readonly string[]): Promise<Set<string>> => {
  const paths = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(folder, { recursive: true })).map((path) => join(folder, path))
    )
  );
  const sources = paths.flat().filter((path) => /(?<!\.test)\.[jt]sx?$/.test(path));
  const words = await Promise.all(
    sources.map(async (path) => {
      const text = (await readFile(path, 'utf8')).replace(ALLOWED_VALUES, '');
      return [...text.matchAll(/(['"])(\w+)\1/g)].map(([, , word]) => word ?? '');
    })
  );
  return new Set(words.flat());
};
