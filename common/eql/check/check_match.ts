import type { Match, StringLiteral } from '../ast';
import { MOST_PARTS } from '../regex/nfa';
import { toMachine } from '../regex/to_machine';
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

/** Once the expressions are too large together no more of them are built. */
const checkRegex = (pattern: StringLiteral, context: CheckContext): void => {
  if (context.regexSize > MOST_PARTS) return;
  const machine = toMachine(pattern.value, true);
  if ('problem' in machine && machine.problem === 'regex_invalid') {
    const range = toPlace(pattern, machine.offset, context.text);
    context.report(range, 'regex_invalid', { values: { found: quote(context.text, range) } });
    return;
  }
  context.regexSize += 'problem' in machine ? Infinity : machine.size;
  if (context.regexSize > MOST_PARTS) context.report(pattern.range, 'regex_too_complex');
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
