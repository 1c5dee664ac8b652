import type { Field } from '../ast';
import type { CheckContext } from './check_context';
import { findSimilarNames } from '../errors/find_similar_names';

/** A field must exist, where all fields are known, unless it is optional; and its type must be one EQL can use. */
export const checkField = ({ name, optional, range }: Field, context: CheckContext): void => {
  const { fields } = context;
  const known = fields?.byName.get(name);
  if (known !== undefined && known.type === undefined) {
    context.report(range, 'field_type_unsupported', {
      values: { field: name, type: known.esType },
    });
  }
  if (known === undefined && fields?.isComplete === true && !optional) {
    context.report(range, 'field_unknown', {
      values: { field: name },
      suggestions: findSimilarNames(name, fields.byName.keys()),
    });
  }
};
