import { expect, test } from 'vitest';
import { parseOsqueryiOutput } from './parse_osqueryi_output';

const print = (count: number): string =>
  `[\n${Array.from({ length: count }, (_, n) => `  {"n":"${n}","text":"],\\n["}`).join(',\n')}\n]\n`;

test('leaves the host time between the rows of a long answer', async () => {
  let turns = 0;
  let counting = setImmediate(function count() {
    turns += 1;
    counting = setImmediate(count);
  });
  const output = { stdout: print(9_000), stderr: '', status: 0 };
  const outcome = await parseOsqueryiOutput(output, 10_000, 1);
  clearImmediate(counting);
  expect(turns).toBeGreaterThan(20);
  expect(outcome.kind === 'rows' && outcome.rows.at(-1)).toEqual({ n: '8999', text: '],\n[' });
});

test('reads no more rows than it keeps', async () => {
  const stdout = print(3).replace(/\n]\n$/, ',\ndamage\n]');
  const output = { stdout, stderr: '', status: 0 };
  expect(await parseOsqueryiOutput(output, 2, 1)).toMatchObject({ kind: 'rows', truncated: true });
  expect(await parseOsqueryiOutput(output, 9, 1)).toMatchObject({ kind: 'failed' });
});
