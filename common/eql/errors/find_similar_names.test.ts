import { expect, test } from 'vitest';
import { findSimilarNames } from './find_similar_names';

test.each([
  ['lenght', ['light', 'length', 'concat'], ['length', 'light']],
  ['pib', ['pid', 'ppid', 'user'], ['pid']],
  ['PROCESS.NAME', ['process.pid', 'process.name', 'user.name'], ['process.name']],
  ['hed', ['head', 'tail'], ['head']],
  ['process.nme', ['process.args', 'process.name', 'process.pid'], ['process.name']],
  ['nothing', ['something', 'else'], []],
])('%s may have meant one of %j: %j', (name, known, similar) => {
  expect(findSimilarNames(name, known)).toEqual(similar);
});

test('the most similar come first, and no more than five', () => {
  const known = [
    'process.nam',
    'process.nama',
    'process.namb',
    'process.name',
    'process.names',
    'process.namesx',
    'process.namexyz',
    'process.namxe',
  ];
  const similar = findSimilarNames('process.name', known);
  expect(similar[0]).toBe('process.name');
  expect(similar).toHaveLength(5);
});
