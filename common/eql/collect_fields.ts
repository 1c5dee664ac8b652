import type { Expression, Field } from './ast';
import { toParts } from './to_parts';

/** All fields an expression reads, in the order they stand in it, each time they do. */
export const collectFields = (expression: Expression): Field[] => {
  const fields: Field[] = [];
  const visit = (part: Expression): void => {
    if (part.kind === 'field') fields.push(part);
    else toParts(part).forEach(visit);
  };
  visit(expression);
  return fields;
};
