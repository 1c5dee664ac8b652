import type { EqlQuery, EventFilter, Expression, Pipe, Statement, Term } from './ast';
import { layOutExpression } from './format/format_expression';
import { formatCategory } from './format/format_literal';
import { toFlat, toText } from './format/layout';

/**
 * Writes a query in one form: one line where it fits 100 columns, else one condition per line.
 * Parsing the result gives the same tree; comments are lost, because trees have none.
 */
export const formatEql = (query: EqlQuery): string =>
  [formatStatement(query.statement), ...query.pipes.map(formatPipe)].join('\n');

const formatStatement = (statement: Statement): string => {
  if (statement.kind === 'filter') return formatFilter(statement, '');
  const maxspan = statement.kind === 'sequence' ? statement.maxspan : undefined;
  const until = statement.kind === 'sample' ? undefined : statement.until;
  const span = maxspan === undefined ? '' : ` with maxspan=${maxspan.amount}${maxspan.unit}`;
  return [
    `${statement.kind}${formatKeys(statement.keys)}${span}`,
    ...statement.terms.map((term) => `  ${formatTerm(term)}`),
    ...(until === undefined ? [] : [`until ${formatTerm(until)}`]),
  ].join('\n');
};

const formatFilter = ({ category, condition }: EventFilter, indent: string): string => {
  const head = `${category === undefined ? 'any' : formatCategory(category.name)} where`;
  const layout = layOutExpression(condition);
  const isShort = indent.length + head.length + toFlat(layout).length < 100;
  const inner = `${indent}  `;
  return isShort ? `${head} ${toFlat(layout)}` : `${head}\n${inner}${toText(layout, inner)}`;
};

const formatTerm = ({ missing, filter, keys, runs }: Term): string => {
  const text = formatFilter(filter, '    ');
  const body = text.includes('\n') ? `${text}\n  ` : text;
  return `${missing ? '!' : ''}[${body}]${formatKeys(keys)}${runs === 1 ? '' : ` with runs=${runs}`}`;
};

const formatKeys = (keys: readonly Expression[]): string =>
  keys.length === 0 ? '' : ` by ${formatValues(keys)}`;

const formatPipe = ({ name, args }: Pipe): string =>
  args.length === 0 ? `| ${name}` : `| ${name} ${formatValues(args)}`;

const formatValues = (values: readonly Expression[]): string =>
  values.map((value) => toFlat(layOutExpression(value))).join(', ');
