import type { Expression } from '../ast';
import { formatFieldName, formatLiteral } from './format_literal';
import type { Layout } from './layout';
import { toFlat } from './layout';

/** How tightly each form binds; a part that binds less than its place needs stands in brackets. */
const OR = 1;
const AND = 2;
const NOT = 3;
const COMPARISON = 4;
const SUM = 5;
const PRODUCT = 6;
const SIGN = 7;
const PREDICATE = 8;
const PRIMARY = 9;

const toStrength = (expression: Expression): number => {
  switch (expression.kind) {
    case 'or':
      return OR;
    case 'and':
      return AND;
    case 'not':
      return NOT;
    case 'comparison':
      return COMPARISON;
    case 'arithmetic':
      return '+-'.includes(expression.operator) ? SUM : PRODUCT;
    case 'sign':
      return SIGN;
    case 'in':
    case 'match':
      return PREDICATE;
    default:
      return PRIMARY;
  }
};

/** Lays out an expression; `least` is how tightly its place needs it to bind. */
export const layOutExpression = (expression: Expression, least = OR): Layout => {
  const layout = layOut(expression);
  if (toStrength(expression) >= least) return layout;
  return { open: '(', items: [layout], separator: '', close: ')', style: 'deeper' };
};

const flat = (expression: Expression, least: number): string =>
  toFlat(layOutExpression(expression, least));

const layOut = (expression: Expression): Layout => {
  switch (expression.kind) {
    case 'and':
    case 'or': {
      const least = expression.kind === 'or' ? AND : NOT;
      const items = expression.operands.map((operand) => layOutExpression(operand, least));
      return { open: '', items, separator: ` ${expression.kind} `, close: '', style: 'lines' };
    }
    case 'not':
      return block('not ', [layOutExpression(expression.operand, NOT)], '');
    case 'comparison':
      return `${flat(expression.left, SUM)} ${expression.operator} ${flat(expression.right, SUM)}`;
    case 'arithmetic': {
      const least = toStrength(expression);
      const [left, right] = [flat(expression.left, least), flat(expression.right, least + 1)];
      return `${left} ${expression.operator} ${right}`;
    }
    case 'sign':
      return `${expression.operator}${flat(expression.operand, SIGN)}`;
    case 'in': {
      const word = `${expression.negated ? 'not ' : ''}in${expression.ignoreCase ? '~' : ''}`;
      const items = expression.members.map((member) => flat(member, OR));
      return list(`${flat(expression.operand, PRIMARY)} ${word} (`, items);
    }
    case 'match': {
      const items = expression.patterns.map(formatLiteral);
      const start = `${flat(expression.operand, PRIMARY)} ${expression.operator} `;
      return items.length === 1 ? `${start}${items.join('')}` : list(`${start}(`, items);
    }
    case 'call': {
      const args = expression.args.map((arg) => flat(arg, OR)).join(', ');
      return `${expression.name}${expression.ignoreCase ? '~' : ''}(${args})`;
    }
    case 'field':
      return `${expression.optional ? '?' : ''}${formatFieldName(expression.name)}`;
    default:
      return formatLiteral(expression);
  }
};

const block = (open: string, items: readonly Layout[], close: string): Layout => ({
  open,
  items,
  separator: '',
  close,
  style: 'lines',
});

const list = (open: string, items: readonly Layout[]): Layout => ({
  open,
  items,
  separator: ', ',
  close: ')',
  style: 'filled',
});
