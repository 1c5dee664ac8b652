import { z } from 'zod';

/** The client's error as far as it tells what Elasticsearch answered. */
const responseErrorSchema = z.object({
  meta: z.object({
    body: z.object({
      error: z.object({
        reason: z.string().default(''),
        root_cause: z.array(z.object({ reason: z.string() })).default([]),
      }),
    }),
  }),
});

/** Elasticsearch's own words on what went wrong, or the message of whatever kept it from answering. */
export const toElasticReason = (error: unknown): string => {
  const parsed = responseErrorSchema.safeParse(error);
  if (parsed.success) {
    const { reason, root_cause: causes } = parsed.data.meta.body.error;
    const reasons = new Set(causes.map((cause) => cause.reason));
    return reasons.size > 0 ? [...reasons].join('; ') : reason;
  }
  return error instanceof Error ? error.message : String(error);
};
