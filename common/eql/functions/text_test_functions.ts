import type { EqlFunction } from './eql_function';
import { toTexts } from './text_arguments';

const toTextTestFunction = (
  name: string,
  test: (text: string, wanted: string) => boolean
): EqlFunction => ({
  name,
  parameters: [
    { name: 'source', type: 'string' },
    { name: 'substring', type: 'string' },
  ],
  hasCaseVariant: true,
  result: 'boolean',
  evaluate: (args, ignoreCase) => {
    const [text, wanted] = toTexts(args, ignoreCase) ?? [];
    return text === undefined || wanted === undefined ? null : test(text, wanted);
  },
});

/** An empty text contains nothing and is contained in nothing, unlike in JavaScript. */
const contains = (text: string, wanted: string): boolean => wanted !== '' && text.includes(wanted);

/** Functions that say yes or no about two texts. */
export const textTestFunctions: readonly EqlFunction[] = [
  toTextTestFunction('startsWith', (text, wanted) => text.startsWith(wanted)),
  toTextTestFunction('endsWith', (text, wanted) => text.endsWith(wanted)),
  toTextTestFunction('stringContains', contains),
];
