import { expect, it } from 'vitest';
import { highlightEql } from './highlight_eql';

it('tells fields, key words, texts, numbers and comments', () => {
  expect(
    highlightEql('process where a.b : "x" and n == 5 // why').filter(({ text }) => text.trim())
  ).toMatchObject([
    { text: 'process', kind: 'field' },
    { text: 'where', kind: 'keyword' },
    { text: 'a', kind: 'field' },
    { text: '.', kind: 'plain' },
    { text: 'b', kind: 'field' },
    { text: ':', kind: 'plain' },
    { text: '"x"', kind: 'string' },
    { text: 'and', kind: 'keyword' },
    { text: 'n', kind: 'field' },
    { text: '==', kind: 'plain' },
    { text: '5', kind: 'number' },
    { text: ' // why', kind: 'comment' },
  ]);
});

it.each(['a where "open', "a where 'x'", '', '/* open', 'a ! b', '\u202e "', '"""x'])(
  'loses nothing of %j, and tells what stands before a mistake',
  (query) => {
    expect(
      highlightEql(query)
        .map(({ text }) => text)
        .join('')
    ).toBe(query);
  }
);
