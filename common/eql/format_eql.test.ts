import { describe, expect, test } from 'vitest';
import { formatEql } from './format_eql';
import { parseEql } from './parse_eql';

const format = (text: string): string => formatEql(parseEql(text));
const formatCondition = (text: string): string =>
  format(`any where ${text}`).replace('any where ', '');

describe('formatting', () => {
  test.each([
    ['(((a == 1)))', 'a == 1'],
    ['(a and b) or c', 'a and b or c'],
    ['a and (b or c)', 'a and (b or c)'],
    ['(a and b) and c', '(a and b) and c'],
    ['not (a or b)', 'not (a or b)'],
    ['not (a == 1)', 'not a == 1'],
    ['(a + b) * c', '(a + b) * c'],
    ['a - (b - c)', 'a - (b - c)'],
    ['(a - b) - c', 'a - b - c'],
    ['-(a + 1)', '-(a + 1)'],
    ['(-a) in (1)', '(-a) in (1)'],
    ['a : ("x")', 'a : "x"'],
    ['a:("x","y")', 'a : ("x", "y")'],
    ['a not in~ ("x")', 'a not in~ ("x")'],
    ['startsWith~(a,"b")', 'startsWith~(a, "b")'],
    ['(a == 1) == true', '(a == 1) == true'],
    ['"C:\\\\x" == a', '"""C:\\x""" == a'],
    ['a == "tab\\t\\"\\u{7f}"', 'a == "tab\\t\\"\\u{7f}"'],
    ['a == """x"y"""', 'a == "x\\"y"'],
    ['?`a-b`.`sequence`.c', '?`a-b`.`sequence`.c'],
    ['a == 007', 'a == 007'],
  ])('%s becomes %s', (text, formatted) => {
    expect(formatCondition(text)).toBe(formatted);
  });

  test('categories stand in quotes where they must', () => {
    expect(format('"process" where true')).toBe('process where true');
    expect(format('"sequence" where true')).toBe('"sequence" where true');
    expect(format('"a-b" where true')).toBe('"a-b" where true');
  });

  test('long conditions stand on lines of their own, lists are filled', () => {
    const members = Array.from({ length: 12 }, (_, index) => `"member-${index}"`).join();
    expect(format(`process where a == 1 and b in (${members}) and (c or d)`)).toBe(
      [
        'process where',
        '  a == 1 and',
        '  b in (',
        '    "member-0", "member-1", "member-2", "member-3", "member-4", "member-5", "member-6", "member-7",',
        '    "member-8", "member-9", "member-10", "member-11"',
        '  ) and',
        '  (c or d)',
      ].join('\n')
    );
  });

  test('sequences have one term per line', () => {
    const text =
      'sequence by a with maxspan = 5 m [x where true] by b with runs=2 ![y where true] by c until [z where true] by d | head 5 | tail 1';
    expect(format(text)).toBe(
      [
        'sequence by a with maxspan=5m',
        '  [x where true] by b with runs=2',
        '  ![y where true] by c',
        'until [z where true] by d',
        '| head 5',
        '| tail 1',
      ].join('\n')
    );
  });

  test('a long term is broken inside its brackets', () => {
    const condition = Array.from({ length: 8 }, (_, index) => `field_${index} == "value"`).join(
      ' and '
    );
    const lines = format(`sample by a [x where ${condition}] [y where true]`).split('\n');
    expect(lines.slice(0, 3)).toEqual([
      'sample by a',
      '  [x where',
      '      field_0 == "value" and',
    ]);
    expect(lines.at(-2)).toBe('  ]');
  });
});
