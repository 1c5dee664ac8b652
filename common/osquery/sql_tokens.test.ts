import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toPlaceholderFields, toSqlTokens, toTextValue } from './sql_tokens';

const kindsOf = (sql: string): string[] =>
  toSqlTokens(sql).map(({ kind, source }) => `${kind} ${source}`);

describe('SQL', () => {
  it.each([
    ["'it''s'", ["text 'it''s'"]],
    ['"a""b"', ['identifier "a""b"']],
    ['`a``b`', ['identifier `a``b`']],
    ['[a b]]', ['identifier [a b]', 'symbol ]']],
    ["x'0a'", ["blob x'0a'"]],
    ["xx'0a'", ['word xx', "text '0a'"]],
    ['1.5e-3+0x1F', ['number 1.5e-3', 'symbol +', 'number 0x1F']],
    ['a--b\nc', ['word a', 'comment --b', 'space \n', 'word c']],
    ['/*a*/*/', ['comment /*a*/', 'symbol *', 'symbol /']],
    ["'--'--'", ["text '--'", "comment --'"]],
    ['a||b<>c', ['word a', 'symbol ||', 'word b', 'symbol <>', 'word c']],
    ['{{ a.b }}{{', ['placeholder {{ a.b }}', 'symbol {', 'symbol {']],
    ['größe$1', ['word größe$1']],
    ['änderung-1', ['word änderung', 'symbol -', 'number 1']],
  ])('%s is split as SQLite splits it', (sql, expected) => {
    expect(kindsOf(sql)).toEqual(expected);
  });

  it.each(["'a", "'a''", '"a', '`a', '[a', "x'a", '/* a'])('%s is not closed', (sql) => {
    expect(toSqlTokens(sql).map(({ isClosed }) => isClosed)).toEqual([false]);
  });

  it('can be put together again from its tokens', () => {
    const sharp = fc.string({ unit: fc.constantFrom(...'\'"`[]-/*{}x0.1ea \n;|😀\ud800\0') });
    fc.assert(
      fc.property(fc.oneof(sharp, fc.string({ unit: 'binary' })), (sql) => {
        const tokens = toSqlTokens(sql);
        expect(tokens.map(({ source }) => source).join('')).toBe(sql);
        expect(tokens.every(({ source }) => source !== '')).toBe(true);
      }),
      { numRuns: 2000 }
    );
  });

  it('names the fields of its placeholders, and the text of its literals', () => {
    const [text] = toSqlTokens("'a{{ b }}''{{c.d}}'");
    if (!text) throw new Error('no token');
    expect(toPlaceholderFields(text)).toEqual(['b', 'c.d']);
    expect(toTextValue(text)).toBe("a{{ b }}'{{c.d}}");
  });

  it('of a hundred thousand quotes does not take forever', () => {
    expect(toSqlTokens("'".repeat(100_001))).toHaveLength(1);
    expect(toSqlTokens("a'b".repeat(50_000)).length).toBeGreaterThan(1);
  });
});
