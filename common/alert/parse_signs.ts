import { z } from 'zod';
import { SIGN_IDS, type Sign } from '../detection';

const signSchema = z.object({
  id: z.enum(SIGN_IDS),
  params: z.record(z.union([z.string(), z.number()])).default({}),
  eventId: z.string(),
  eventIndex: z.string(),
  weight: z.number(),
  technique: z.string().optional(),
});

/** More no tree shows; an alert of another making may hold anything. */
const MOST_SIGNS = 100;

/** Reads the signs of a stored alert. One that this version does not know has no sentence, so it is left out. */
export const parseSigns = (stored: unknown): readonly Sign[] =>
  (Array.isArray(stored) ? stored : []).slice(0, MOST_SIGNS).flatMap((entry) => {
    const parsed = signSchema.safeParse(entry);
    return parsed.success ? [{ ...parsed.data, technique: parsed.data.technique }] : [];
  });
