import { expect, test } from 'vitest';
import { splitHidden, toVisible } from './split_hidden';

test('leaves what can be seen as it is', () => {
  const text = 'sh -c "cat /etc/passwd | grep -i ролик 网页 é 👍"';
  expect(splitHidden(text)).toEqual([{ text, hidden: false }]);
  expect(splitHidden('')).toEqual([]);
});

test('tells a code that it made from the same letters in the text', () => {
  expect(splitHidden('\\n\n')).toEqual([
    { text: '\\n', hidden: false },
    { text: '\\n', hidden: true },
  ]);
});

test.each([
  ['line break', 'a\r\nb', 'a\\r\\nb'],
  ['terminal escape', '\u001b[31m', '\\e[31m'],
  ['NUL', '\u0000', '\\u{0}'],
  ['right-to-left override', 'cod\u202egpj.exe', 'cod\\u{202e}gpj.exe'],
  ['isolate', '\u2066x\u2069', '\\u{2066}x\\u{2069}'],
  ['zero-width space', 'c\u200burl', 'c\\u{200b}url'],
  ['no-break space', 'rm\u00a0-rf', 'rm\\u{a0}-rf'],
  ['tag character', 'a\u{e0061}', 'a\\u{e0061}'],
  ['half a surrogate pair', 'a\ud800b', 'a\\u{d800}b'],
  ['line separator', 'a\u2028b', 'a\\u{2028}b'],
  ['braille blank', 'a\u2800b', 'a\\u{2800}b'],
])('shows a %s by its code', (_what, text, shown) => {
  expect(toVisible(text)).toBe(shown);
});
