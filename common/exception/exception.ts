import { z } from 'zod';
import { EqlError } from '../eql/errors/eql_error';
import { toEqlErrorReport } from '../eql/to_eql_error_report';
import { english } from '../i18n/english';
import { compileExceptionQuery } from './compile_exception_query';

/** Every alert repeats its rule's parameters, exceptions among them, so they are few and short. */
export const MOST_EXCEPTIONS = 100;
const LONGEST_QUERY = 2000;

const checkQuery = (query: string, context: z.RefinementCtx): void => {
  try {
    compileExceptionQuery(query);
  } catch (error) {
    if (!(error instanceof EqlError)) throw error;
    context.addIssue({ code: 'custom', message: toEqlErrorReport(error, english) });
  }
};

/** What somebody decides of an exception. */
export const exceptionDraftSchema = z
  .object({
    /** An EQL event query, asked of the event an alert would be raised from: of a tree, its root. */
    query: z.string().trim().min(1).max(LONGEST_QUERY).superRefine(checkQuery),
    /** Why, for whoever finds it later. */
    comment: z.string().trim().max(500),
    /** 0 to 100: what is graver is raised nevertheless. */
    upToRisk: z.number().int().min(0).max(100).optional(),
    /** ISO 8601; it hides nothing from then on. */
    expiresAt: z.string().datetime({ offset: true }).optional(),
  })
  .strict();

export type ExceptionDraft = z.infer<typeof exceptionDraftSchema>;

/** A kind of match that raises no alert, with who said so and when. Kept among the parameters of its rule. */
export const exceptionSchema = exceptionDraftSchema
  .extend({
    id: z.string().regex(/^[\w-]{1,64}$/, 'must be letters, digits, - and _, at most 64'),
    /** Undefined where the host knows no users. */
    by: z.string().max(200).optional(),
    /** ISO 8601. */
    at: z.string().datetime({ offset: true }),
  })
  .strict();

export type RuleException = z.infer<typeof exceptionSchema>;

export const exceptionsSchema = z
  .array(exceptionSchema)
  .max(MOST_EXCEPTIONS)
  .refine(
    (exceptions) => new Set(exceptions.map(({ id }) => id)).size === exceptions.length,
    'must have ids that differ'
  );
