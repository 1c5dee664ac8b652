import { toScalarText } from '../values/scalar';
import type { EqlFunction } from './eql_function';
import { toIndex, toTexts } from './text_arguments';

/** The text between the first `left` and the next `right`, or the last `right` when greedy. */
const between: EqlFunction = {
  name: 'between',
  parameters: [
    { name: 'source', type: 'string' },
    { name: 'left', type: 'string' },
    { name: 'right', type: 'string' },
    { name: 'greedy', type: 'boolean', optional: true, constant: true },
  ],
  hasCaseVariant: true,
  result: 'string',
  evaluate: ([source = null, left = null, right = null, greedy = false], ignoreCase) => {
    const [original] = toTexts([source], false) ?? [];
    const [text, from, to] = toTexts([source, left, right], ignoreCase) ?? [];
    if (original === undefined || text === undefined || from === undefined || to === undefined) {
      return null;
    }
    if (text === '' || from === '' || to === '') return original;
    const found = text.indexOf(from);
    const start = found + from.length;
    const end = greedy === true ? text.lastIndexOf(to) : text.indexOf(to, start);
    return found === -1 || end < start ? '' : original.slice(start, end);
  },
};

/** All arguments as one text. */
const concat: EqlFunction = {
  name: 'concat',
  parameters: [{ name: 'value', type: 'any' }],
  isVariadic: true,
  result: 'string',
  evaluate: (args) => toTexts(args, false)?.join('') ?? null,
};

/** Where a text begins within another, from 0; null when it does not. */
const indexOf: EqlFunction = {
  name: 'indexOf',
  parameters: [
    { name: 'source', type: 'string' },
    { name: 'substring', type: 'string' },
    { name: 'start', type: 'number', optional: true },
  ],
  hasCaseVariant: true,
  result: 'integer',
  evaluate: ([source = null, substring = null, start = null], ignoreCase) => {
    const [text, wanted] = toTexts([source, substring], ignoreCase) ?? [];
    if (text === undefined || wanted === undefined) return null;
    const index = text.indexOf(wanted, toIndex(start, 0));
    return index === -1 ? null : BigInt(index);
  },
};

/** In UTF-16 units. */
const length: EqlFunction = {
  name: 'length',
  parameters: [{ name: 'text', type: 'string' }],
  result: 'integer',
  evaluate: ([text = null]) => (text === null ? null : BigInt(toScalarText(text).length)),
};

const string: EqlFunction = {
  name: 'string',
  parameters: [{ name: 'value', type: 'any' }],
  result: 'string',
  evaluate: ([value = null]) => (value === null ? null : toScalarText(value)),
};

/** A slice as in Python: negative positions count from the end, the end is exclusive. */
const substring: EqlFunction = {
  name: 'substring',
  parameters: [
    { name: 'source', type: 'string' },
    { name: 'start', type: 'number' },
    { name: 'end', type: 'number', optional: true },
  ],
  result: 'string',
  evaluate: ([source = null, start = null, end = null]) => {
    if (source === null || start === null) return null;
    const text = toScalarText(source);
    return text.slice(toIndex(start, 0), toIndex(end, text.length));
  },
};

/** Functions that make texts, positions and lengths of texts. */
export const textFunctions: readonly EqlFunction[] = [
  between,
  concat,
  indexOf,
  length,
  string,
  substring,
];
