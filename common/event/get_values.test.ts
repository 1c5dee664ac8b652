import { describe, expect, it } from 'vitest';
import { findText, getValues } from './get_values';

describe('getValues', () => {
  it.each([
    ['a nested field', { process: { parent: { name: 'nginx' } } }, ['nginx']],
    ['a dotted key', { 'process.parent.name': 'nginx' }, ['nginx']],
    ['a key dotted half way', { 'process.parent': { name: 'nginx' } }, ['nginx']],
    [
      'both forms at once',
      { process: { parent: { name: 'a' } }, 'process.parent.name': 'b' },
      ['b', 'a'],
    ],
    ['an array', { process: { parent: { name: ['a', 'b'] } } }, ['a', 'b']],
    [
      'objects in an array',
      { process: [{ parent: { name: 'a' } }, { parent: { name: 'b' } }] },
      ['a', 'b'],
    ],
    ['nested arrays', { process: { parent: { name: [['a'], [['b']]] } } }, ['a', 'b']],
    ['null', { process: { parent: { name: null } } }, []],
    ['an array of null', { process: { parent: { name: [null] } } }, []],
    ['an object where a value was meant', { process: { parent: { name: { text: 'a' } } } }, []],
    ['a missing field', { process: {} }, []],
  ])('reads %s', (_what, source, values) => {
    expect(getValues(source, 'process.parent.name')).toEqual(values);
  });

  it('keeps 0 and false, which are values', () => {
    expect(getValues({ a: [0, false, ''] }, 'a')).toEqual([0, false, '']);
  });

  it('finds nothing that the document does not own', () => {
    expect(getValues({}, 'constructor')).toEqual([]);
    expect(getValues({ a: {} }, 'a.toString')).toEqual([]);
  });
});

describe('findText', () => {
  it('is the first value as text', () => {
    expect(findText({ process: { pid: [4, 5] } }, 'process.pid')).toBe('4');
    expect(findText({}, 'process.pid')).toBeUndefined();
  });
});
