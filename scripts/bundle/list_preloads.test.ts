import { expect, test } from 'vitest';
import { listPreloads } from './list_preloads';

const toOutput = (entryPoint: string | undefined, ...imports: [path: string, kind: string][]) => ({
  ...{ bytes: 1, inputs: {}, exports: [] },
  ...(entryPoint === undefined ? {} : { entryPoint }),
  imports: imports.map(([path, kind]) => ({ path, kind: kind as 'import-statement' })),
});

const OUTPUTS = {
  'main.js': toOutput('main.ts', ['a.js', 'import-statement'], ['app.js', 'dynamic-import']),
  'a.js': toOutput(undefined, ['b.js', 'import-statement']),
  'b.js': toOutput(undefined, ['a.js', 'import-statement']),
  'app.js': toOutput('app.ts', ['b.js', 'import-statement'], ['c.js', 'import-statement']),
  'c.js': toOutput(undefined),
  'later.js': toOutput('later.ts'),
};

test('names each file once that the entry points need, and none that may be needed later', () => {
  expect(listPreloads({ outputs: OUTPUTS }, ['main.ts', 'app.ts'])).toEqual([
    ...['main.js', 'app.js', 'a.js', 'b.js', 'c.js'],
  ]);
});

test('refuses an entry point that has no file of its own', () => {
  expect(() => listPreloads({ outputs: OUTPUTS }, ['gone.ts'])).toThrow('gone.ts');
});
