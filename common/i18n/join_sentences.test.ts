import { expect, test } from 'vitest';
import { english } from './english';
import { joinSentences } from './join_sentences';

test('keeps sentences in their order, with a blank between two where the language has one', () => {
  expect(joinSentences('One.', ['Two.', 'Three.'], english)).toBe('One. Two. Three.');
  const chinese = joinSentences('一。', ['二。'], (_id, { values }) =>
    [values?.['text'], values?.['next']].join('')
  );
  expect(chinese).toBe('一。二。');
});

test('leaves a sentence alone that is the only one', () => {
  expect(joinSentences('One {text}.', [], english)).toBe('One {text}.');
});
