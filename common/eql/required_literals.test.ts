import { describe, expect, it } from 'vitest';
import { webServerRule } from '../rule/web_server_rule';
import { fromMapping } from './fields/from_mapping';
import { parseEql } from './parse_eql';
import { toRequiredLiterals } from './required_literals';

/** `"x` begins a value, `x"` ends one, `~` ignores case. */
const requireEach = (text: string, options = {}): string[][][] =>
  toRequiredLiterals(parseEql(text), options).map((requirement) =>
    requirement.map((choice) =>
      choice.map(
        (literal) =>
          `${literal.ignoreCase ? '~' : ''}${literal.opens ? '"' : ''}${literal.text}${literal.closes ? '"' : ''}`
      )
    )
  );

const require = (text: string, options = {}): string[][] | undefined =>
  requireEach(text, options)[0];

describe('toRequiredLiterals', () => {
  it.each([
    ['any where f == "Sh x"', [['"Sh x"']]],
    ['any where f : "Sh*x?"', [['~"sh']]],
    ['any where f like "*Shell*x"', [['Shell']]],
    ['any where f in ("ab", "cd", null)', [['"ab"', '"cd"']]],
    ['any where f in~ ("Ab")', [['~"ab"']]],
    ['any where startsWith(f, "ab") and endsWith~(g, "Cd")', [['"ab'], ['~cd"']]],
    ['any where stringContains(f, "ab")', [['ab']]],
    ['process where f == "sh"', [['"process"'], ['"sh"']]],
    ['any where f == "sh" or (g == "long text" and h == "x")', [['"sh"', '"long text"']]],
    ['any where false', [[]]],
    ['any where f == "sh" or false', [['"sh"']]],
  ])('%s', (text, expected) => {
    expect(require(text)).toEqual(expected);
  });

  it('requires something of its own for each filter of a sequence', () => {
    const text = 'sequence [a1 where f == "long text"] ![any where true] until [c1 where true]';
    expect(requireEach(text)).toEqual([[['"a1"'], ['"long text"']], [], [['"c1"']]]);
  });

  it.each([
    ['what a number may be written as', 'any where f == "100"'],
    ['what is part of such a text', 'any where f : "*.5"'],
    ['what a boolean may be', 'any where f : ("true", "sh")'],
    ['what infinity is called', 'any where f : "Inf*"'],
    ['numbers', 'any where f == 1'],
    ['order', 'any where f > "sh"'],
    ['complements', 'any where f != "sh" and not g == "sh"'],
    ['functions of the value', 'any where length(f) > 3 and string(f) == "sh"'],
    ['a branch without literal', 'any where f == "sh" or g > 1'],
    ['patterns of wildcards only', 'any where f : ("sh", "*?")'],
    ['existence', 'any where f != null'],
    ['an empty text', 'any where f == ""'],
  ])('requires nothing for %s', (_what, text) => {
    expect(require(text)).toEqual([]);
  });

  it('knows from a mapping which fields hold text', () => {
    const fields = fromMapping({
      properties: {
        a: { type: 'keyword' },
        b: { type: 'ip' },
        c: { type: 'keyword', null_value: 'none' },
      },
    });
    expect(require('any where a == "sh" and b == "10.0.0.1" and c == "none"', { fields })).toEqual([
      ['"sh"'],
    ]);
  });

  it('says in which field of an event a text stands, whatever the mapping calls it', () => {
    const fields = fromMapping({
      properties: {
        a: { type: 'alias', path: 'b.c' },
        b: { properties: { c: { type: 'keyword' } } },
        d: { type: 'text', fields: { raw: { type: 'keyword' } } },
      },
    });
    const query = parseEql('any where a == "sh" or d.raw : "x*" or b.c == "y"');
    const [choice] = toRequiredLiterals(query, { fields })[0] ?? [];
    expect(choice?.map(({ field }) => field)).toEqual(['b.c', 'd', 'b.c']);
  });

  it('finds the parent, the name and the arguments that the shipped rule asks for', () => {
    const choices = require(webServerRule.query);
    expect(choices).toHaveLength(7);
    expect(choices?.map(([first]) => first)).toEqual([
      '"process"',
      '"linux"',
      '"start"',
      '"exec"',
      '~"/usr/sbin/nginx"',
      '~"bash"',
      '~"whoami"',
    ]);
  });
});
