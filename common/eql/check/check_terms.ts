import type { Expression, Sample, Sequence, Term } from '../ast';
import type { CheckContext } from './check_context';
import { checkCondition } from './check_expression';
import { checkField } from './check_field';
import { toStaticType } from './static_type';

/** Terms, keys and time span of a sequence must fit together. */
export const checkSequence = (sequence: Sequence, context: CheckContext): void => {
  const { keys, terms, until, maxspan, range } = sequence;
  const missing = terms.filter((term) => term.missing);
  if (missing.length === terms.length) context.report(range, 'terms_all_missing');
  if (missing[0] !== undefined && maxspan === undefined) {
    context.report(missing[0].range, 'term_missing_without_maxspan');
  }
  if (until !== undefined && (until.missing || until.runs > 1)) {
    context.report(until.range, 'until_missing');
  }
  checkTermCount(sequence, context);
  checkTerms(keys, until === undefined ? terms : [...terms, until], context);
};

/** A sample needs keys and knows neither order nor repetition. */
export const checkSample = (sample: Sample, context: CheckContext): void => {
  const { keys, terms, range } = sample;
  for (const term of terms) {
    if (term.missing) context.report(term.range, 'term_missing_in_sample');
    if (term.runs > 1) context.report(term.range, 'runs_in_sample');
  }
  if (keys.length === 0 && terms[0]?.keys.length === 0) context.report(range, 'keys_required');
  checkTermCount(sample, context);
  checkTerms(keys, terms, context);
};

const checkTermCount = ({ terms, range }: Sequence | Sample, context: CheckContext): void => {
  const found = terms.reduce((sum, { runs }) => sum + runs, 0);
  if (found < 2) context.report(range, 'terms_too_few', { values: { found } });
};

const checkTerms = (
  sharedKeys: readonly Expression[],
  terms: readonly Term[],
  context: CheckContext
): void => {
  const [first] = terms;
  for (const key of sharedKeys) checkKey(key, context);
  for (const term of terms) {
    checkCondition(term.filter.condition, context);
    for (const key of term.keys) checkKey(key, context);
    const [expected, found] = [first?.keys.length ?? 0, term.keys.length];
    if (expected !== found) {
      const range = term.keys[0]?.range ?? term.range;
      context.report(range, 'keys_differ_in_number', { values: { expected, found } });
    } else if (first !== undefined) checkKeyTypes(first, term, context);
  }
};

const checkKey = (key: Expression, context: CheckContext): void => {
  if (key.kind === 'field') checkField(key, context);
  else context.report(key.range, 'key_not_a_field');
};

/** Values of different types are never equal. */
const checkKeyTypes = (first: Term, term: Term, context: CheckContext): void => {
  for (const [index, key] of term.keys.entries()) {
    const against = first.keys[index];
    if (against === undefined) continue;
    const [expected, found] = [against, key].map((each) => toStaticType(each, context.fields));
    const isKnown = expected !== 'unknown' && found !== 'unknown';
    if (isKnown && expected !== undefined && found !== undefined && expected !== found) {
      context.report(key.range, 'keys_of_different_types', { values: { expected, found } });
    }
  }
};
