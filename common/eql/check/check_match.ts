import type { Match, StringLiteral } from '../ast';
import { toRegexTest } from '../regex/to_regex_test';
import type { CheckContext } from './check_context';
import { quote } from './check_context';
import { toStaticType } from './static_type';

/** Both sides must be texts, and regular expressions must be ones that can be used. */
export const checkMatch = (expression: Match, context: CheckContext): void => {
  const { operator, operand, patterns } = expression;
  const found = toStaticType(operand, context.fields);
  if (found === 'number' || found === 'boolean' || found === 'date' || found === 'ip') {
    const values = { operator, expected: 'string', found };
    context.report(operand.range, 'type_wrong', { values });
  }
  for (const pattern of patterns) {
    if (pattern.kind !== 'string') {
      context.report(pattern.range, 'pattern_not_a_string', { values: { operator } });
    } else if (operator === 'regex' || operator === 'regex~') checkRegex(pattern, context);
  }
};

const checkRegex = (pattern: StringLiteral, context: CheckContext): void => {
  const test = toRegexTest(pattern.value, true);
  if (typeof test === 'function') return;
  const isInvalid = test.problem === 'regex_invalid';
  const range = isInvalid ? toPlace(pattern, test.offset, context.text) : pattern.range;
  const found = quote(context.text, range);
  context.report(range, test.problem, { values: { found } });
};

/** Where in the string the problem stands, if nothing in it is escaped; else the whole string. */
const toPlace = (
  { value, range }: StringLiteral,
  offset: number,
  text: string
): StringLiteral['range'] => {
  const quotes = text.startsWith('"""', range.start) && range.end - range.start >= 6 ? 3 : 1;
  const isPlain = text.slice(range.start + quotes, range.end - quotes) === value;
  if (!isPlain || offset >= value.length) return range;
  const start = range.start + quotes + offset;
  return { start, end: range.end - quotes };
};
