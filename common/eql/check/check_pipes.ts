import type { EqlQuery, Pipe } from '../ast';
import type { CheckContext } from './check_context';
import { findSimilarNames } from '../errors/find_similar_names';

/** Pipes of other dialects, which are known but do not run. */
const UNSUPPORTED = ['count', 'filter', 'fork', 'sort', 'unique', 'unique_count'];
const SUPPORTED = ['head', 'tail'];

export const checkPipes = ({ pipes, statement }: EqlQuery, context: CheckContext): void => {
  for (const pipe of pipes) {
    if (statement.kind === 'sample') context.report(pipe.range, 'pipe_after_sample');
    else checkPipe(pipe, context);
  }
};

const checkPipe = ({ name, args, range }: Pipe, context: CheckContext): void => {
  const values = { pipe: name };
  if (UNSUPPORTED.includes(name)) context.report(range, 'pipe_unsupported', { values });
  else if (!SUPPORTED.includes(name)) {
    context.report(range, 'pipe_unknown', {
      values,
      suggestions: findSimilarNames(name, SUPPORTED),
    });
  } else if (args.length !== 1 || args[0]?.kind !== 'number' || args[0].isDouble) {
    context.report(args[0]?.range ?? range, 'pipe_argument_invalid', { values });
  }
};
