import { EqlError } from '../../common/eql/errors/eql_error';
import { compileExceptionQuery } from '../../common/exception/compile_exception_query';
import { exceptionDraftSchema, type ExceptionDraft } from '../../common/exception/exception';

/** Days an exception can be made for; undefined: until it is removed. */
export const EXCEPTION_DAYS = [undefined, 1, 7, 30, 90, 365] as const;

/** An exception as it stands in the form. */
export interface ExceptionEntry {
  readonly query: string;
  readonly comment: string;
  /** Empty: whatever the risk. */
  readonly upToRisk: string;
  readonly days: (typeof EXCEPTION_DAYS)[number];
}

export interface CheckedException {
  /** What to send; present when nothing is wrong. */
  readonly draft?: ExceptionDraft;
  readonly queryError?: EqlError;
  readonly isRiskWrong: boolean;
}

/** Checks an entry by the schema and the parser the server uses. */
export const checkException = (entry: ExceptionEntry, now: Date): CheckedException => {
  const risk = entry.upToRisk.trim();
  const queryError = findQueryError(entry.query);
  const parsed = exceptionDraftSchema.safeParse({
    query: entry.query,
    comment: entry.comment,
    ...(risk !== '' && { upToRisk: Number(risk) }),
    ...(entry.days !== undefined && {
      expiresAt: new Date(now.getTime() + entry.days * 86_400_000).toISOString(),
    }),
  });
  return {
    ...(parsed.success && { draft: parsed.data }),
    ...(queryError && { queryError }),
    isRiskWrong: !parsed.success && parsed.error.issues.some(({ path }) => path[0] === 'upToRisk'),
  };
};

const findQueryError = (query: string): EqlError | undefined => {
  try {
    compileExceptionQuery(query);
    return undefined;
  } catch (error) {
    if (error instanceof EqlError) return error;
    throw error;
  }
};
