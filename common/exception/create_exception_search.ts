import type { EventSource } from '../event/source_event';
import { compileExceptionQuery } from './compile_exception_query';
import type { RuleException } from './exception';

/** Finds what hides an alert that would be raised from this event at this risk (0 to 100). */
export type ExceptionSearch<Exception> = (
  event: EventSource,
  risk: number
) => Exception | undefined;

/** Prepares asking the exceptions that hold at a moment. */
export const createExceptionSearch = <
  Exception extends Pick<RuleException, 'query' | 'upToRisk' | 'expiresAt'>,
>(
  exceptions: readonly Exception[],
  moment: Date
): ExceptionSearch<Exception> => {
  const held = exceptions
    .filter((exception) => !isExpired(exception, moment))
    .map((exception) => ({ exception, isMet: compileExceptionQuery(exception.query) }));
  return (event, risk) =>
    held.find(({ exception, isMet }) => risk <= (exception.upToRisk ?? 100) && isMet(event))
      ?.exception;
};

export const isExpired = ({ expiresAt }: Pick<RuleException, 'expiresAt'>, moment: Date): boolean =>
  expiresAt !== undefined && Date.parse(expiresAt) <= moment.getTime();
