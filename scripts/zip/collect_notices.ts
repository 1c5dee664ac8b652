import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { z } from 'zod';

const packageSchema = z.object({ name: z.string(), version: z.string(), license: z.string() });
const PACKAGE_FOLDER = /^node_modules\/(?:@[^/]+\/)?[^/]+/;

/** The licence of every npm package whose code went into the bundles. Throws when a package comes without its text. */
export const collectNotices = async (
  root: string,
  metafiles: readonly Metafile[]
): Promise<string> => {
  const inputs = metafiles.flatMap(({ inputs }) => Object.keys(inputs));
  const folders = new Set(inputs.flatMap((input) => PACKAGE_FOLDER.exec(input) ?? []));
  const notices = await Promise.all([...folders].sort().map((folder) => readNotice(root, folder)));
  return notices.join('\n');
};

const readNotice = async (root: string, folder: string): Promise<string> => {
  const path = join(root, folder);
  const manifest: unknown = JSON.parse(await readFile(join(path, 'package.json'), 'utf8'));
  const { name, version, license } = packageSchema.parse(manifest);
  const file = (await readdir(path)).find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
  if (file === undefined) throw new Error(`${name} ships without the text of its licence.`);
  const text = (await readFile(join(path, file), 'utf8')).trim();
  return `--- ${name} ${version} (${license})\n\n${text}\n`;
};
