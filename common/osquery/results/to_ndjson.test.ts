import { expect, test } from 'vitest';
import { toNdjson } from './to_ndjson';

test('gives each row a line of its own, whatever stands in it', () => {
  const columns = ['pid', '__proto__'].map((name) => ({ name, type: 'text' }) as const);
  const text = toNdjson({ columns, rows: [['1', 'a\n"b"\u2028'], ['2']] });
  const lines = text.split('\n');
  expect(lines).toHaveLength(3);
  expect(lines[0]).toBe('{"pid":"1","__proto__":"a\\n\\"b\\"\u2028"}');
  expect(lines[1]).toBe('{"pid":"2","__proto__":""}');
  expect(toNdjson({ columns: [], rows: [] })).toBe('');
});
