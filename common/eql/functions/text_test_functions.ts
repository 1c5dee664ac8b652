import type { EqlFunction } from './eql_function';
import { toTexts } from './text_arguments';
import { TEXT_TEST_NAMES, TEXT_TESTS } from './text_tests';
import type { TextTestName } from './text_tests';

const toTextTestFunction = (name: TextTestName): EqlFunction => ({
  name,
  parameters: [
    { name: 'source', type: 'string' },
    { name: 'substring', type: 'string' },
  ],
  hasCaseVariant: true,
  result: 'boolean',
  evaluate: (args, ignoreCase) => {
    const [text, wanted] = toTexts(args, ignoreCase) ?? [];
    return text === undefined || wanted === undefined ? null : TEXT_TESTS[name](text, wanted);
  },
});

export const textTestFunctions: readonly EqlFunction[] = TEXT_TEST_NAMES.map(toTextTestFunction);
