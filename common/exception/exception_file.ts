import { z } from 'zod';
import { toSchemaProblem } from '../errors/to_schema_problem';
import { exceptionsSchema, type RuleException } from './exception';

/** Exceptions of one rule as a JSON document, to be kept or carried to another installation. */
const exceptionFileSchema = z
  .object({
    kind: z.literal('web_server_rce_exceptions'),
    version: z.literal(1),
    /** Which of the shipped rules they are of. */
    ruleId: z.string().min(1).max(100),
    exceptions: exceptionsSchema,
  })
  .strict();

export type ExceptionFile = z.infer<typeof exceptionFileSchema>;

export const toExceptionFile = (ruleId: string, exceptions: readonly RuleException[]): string =>
  `${JSON.stringify({ kind: 'web_server_rce_exceptions', version: 1, ruleId, exceptions }, null, 2)}\n`;

/** @returns the problem, in English, where it is no such file */
export const parseExceptionFile = (
  text: string
): { readonly file: ExceptionFile } | { readonly problem: string } => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
  const parsed = exceptionFileSchema.safeParse(value);
  return parsed.success ? { file: parsed.data } : { problem: toSchemaProblem(parsed.error) };
};
