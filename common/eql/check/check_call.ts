import type { Call, Expression } from '../ast';
import { findConstant } from '../compile/find_constant';
import type { EqlFunction, Parameter } from '../functions/eql_function';
import { findFunction, FUNCTION_NAMES } from '../functions/find_function';
import { parseCidr } from '../values/ip_address';
import { quote } from './check_context';
import type { CheckContext } from './check_context';
import { findSimilarNames } from '../errors/find_similar_names';
import { toStaticType } from './static_type';
import type { StaticType } from './static_type';

/** The function must exist and fit its arguments; what is constant must have a result. */
export const checkCall = (expression: Call, context: CheckContext): void => {
  const { name, range, args, ignoreCase } = expression;
  const nameRange = { start: range.start, end: range.start + name.length + Number(ignoreCase) };
  const called = findFunction(name);
  if (called === undefined) {
    const instead = REPLACED.get(name.toLowerCase());
    const suggestions = instead ?? findSimilarNames(name, FUNCTION_NAMES);
    context.report(nameRange, 'function_unknown', { values: { name }, suggestions });
    return;
  }
  if (ignoreCase && called.hasCaseVariant !== true) {
    context.report(nameRange, 'function_has_no_case', { values: { name: called.name } });
  }
  if (!checkCount(expression, called, context)) return;
  for (const [index, arg] of args.entries()) {
    const parameter = called.parameters[index] ?? called.parameters.at(-1);
    if (parameter !== undefined) checkArgument(arg, parameter, called, context);
  }
  checkConstantCall(expression, called, context);
};

/** Functions of other dialects, and what does their work here. */
const REPLACED: ReadonlyMap<string, readonly string[]> = new Map([
  ['wildcard', ['like~', ':']],
  ['match', ['regex~']],
  ['matchlite', ['regex~']],
  ['arraycontains', ['==', 'in']],
]);

const checkCount = (
  { args, range }: Call,
  { name, parameters, isVariadic }: EqlFunction,
  context: CheckContext
): boolean => {
  const least = parameters.filter(({ optional }) => optional !== true).length;
  const most = isVariadic === true ? undefined : parameters.length;
  const found = args.length;
  if (found >= least && (most === undefined || found <= most)) return true;
  context.report(range, 'function_argument_count', {
    values: { name, least, found, ...(most === undefined ? {} : { most }) },
  });
  return false;
};

const ACCEPTED: Readonly<Record<Parameter['type'], readonly StaticType[]>> = {
  string: ['string', 'ip', 'version'],
  number: ['number'],
  boolean: ['boolean'],
  ip: ['ip', 'string'],
  any: ['string', 'number', 'boolean', 'date', 'ip', 'version'],
};

const checkArgument = (
  arg: Expression,
  { type, constant }: Parameter,
  { name }: EqlFunction,
  context: CheckContext
): void => {
  const found = toStaticType(arg, context.fields);
  if (found !== 'null' && found !== 'unknown' && !ACCEPTED[type].includes(found)) {
    const values = { operator: name, expected: type, found };
    context.report(arg.range, 'type_wrong', { values });
  }
  const value = findConstant(arg, context.scope);
  if (constant !== true) return;
  if (value === undefined) context.report(arg.range, 'argument_not_constant', { values: { name } });
  if (name === 'cidrMatch' && typeof value === 'string' && parseCidr(value) === undefined) {
    context.report(arg.range, 'block_invalid', {
      values: { found: quote(context.text, arg.range) },
    });
  }
};

/** Numbers are the only results that constant arguments can fail to have. */
const checkConstantCall = (expression: Call, called: EqlFunction, context: CheckContext): void => {
  const args = expression.args.map((arg) => findConstant(arg, context.scope));
  const [first, second] = args;
  const isAsked = called.result === 'number' && !args.includes(undefined);
  if (!isAsked || first === null || findConstant(expression, context.scope) !== null) return;
  if (called.name === 'number') {
    const found = quote(context.text, expression.range);
    context.report(expression.range, 'number_invalid', { values: { found } });
  } else if (second !== null) {
    context.report(expression.range, second === 0n ? 'division_by_zero' : 'number_overflow');
  }
};
