import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { listFiles, readText, ROOT } from './repository';

const { scripts } = z
  .object({ scripts: z.record(z.string()) })
  .parse(JSON.parse(readText('package.json')));

const documents = [...readdirSync(ROOT), ...listFiles('docs')].filter((path) =>
  path.endsWith('.md')
);

/** Code in backquotes and in fences, which is where paths and commands stand. */
const findCode = (text: string): string[] =>
  [...text.matchAll(/```[^\n]*\n(.*?)```|`([^`\n]+)`/gs)].map(
    ([, block, span]) => block ?? span ?? ''
  );

const FOLDERS =
  'common|server|public|engines|standalone|types|test|scripts|translations|docs|\\.ci';
const PATH = new RegExp(`(?<![\\w./@-])(?:${FOLDERS})/[\\w./-]*(?![\\w./*<{…-])`, 'g');
const COMMAND = /\bnpm (?:run (?:--[\w-]+ )*([a-z][\w:-]*)|(start|test)\b)/g;
const LINK = /\]\((?![a-z]+:|#)([^)\s#]+)/g;

describe.each(documents)('%s', (document) => {
  const text = readText(document);

  test('names only files that exist', () => {
    const paths = findCode(text).flatMap((code) => code.match(PATH) ?? []);
    const missing = paths.filter((path) => !existsSync(join(ROOT, path)));
    expect(missing).toEqual([]);
  });

  test('links only to files that exist', () => {
    const targets = [...text.matchAll(LINK)].map(([, target]) => target ?? '');
    const missing = targets.filter((path) => !existsSync(join(ROOT, dirname(document), path)));
    expect(missing).toEqual([]);
  });

  test('names only commands that package.json has', () => {
    const commands = [...text.matchAll(COMMAND)].map(([, run, short]) => run ?? short ?? '');
    expect(commands.filter((command) => !Object.hasOwn(scripts, command))).toEqual([]);
  });
});
