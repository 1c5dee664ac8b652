import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as eql from '../../common/eql';

const doc = readFileSync(new URL('../../docs/eql.md', import.meta.url), 'utf8');

test('the door gives every function that the document describes', () => {
  const names = [...doc.matchAll(/^\| `.*` \|/gm)].flatMap(([row]) =>
    [...row.matchAll(/`([a-zA-Z]+)\(/g)].map(([, name]) => name)
  );
  expect(names).toContain('parseEql');
  expect(Object.keys(eql)).toEqual(expect.arrayContaining(names));
});

test('a query is read, checked, formatted, searched with and explained', () => {
  const query = eql.parseEql('process where process.name : ("sh", "ba*")');
  const source = { event: { category: 'process' }, process: { name: 'Bash' } };
  expect(eql.checkEql(query)).toEqual([]);
  expect(eql.searchEvents(query, [{ source }])).toEqual([{ source }]);
  expect(eql.explainMatch(query, source).matches).toBe(true);
  expect(eql.formatEql(query)).toBe('process where process.name : ("sh", "ba*")');
});

test('a mistake is told in one call', () => {
  const [mistake] = eql.checkEql(eql.parseEql('process where lenght(process.name) > 1'));
  expect(mistake).toBeInstanceOf(eql.EqlError);
  expect(mistake && eql.toEqlErrorReport(mistake, eql.english)).toBe(
    [
      'Line 1, column 15: There is no function lenght. Did you mean: length?',
      'process where lenght(process.name) > 1',
      '              ^^^^^^',
    ].join('\n')
  );
});
