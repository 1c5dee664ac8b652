import { z } from 'zod';

/** What was done in one window of a recording, and which audit events came of it. */
export const corpusLabelSchema = z
  .object({
    id: z.string(),
    lab: z.string(),
    split: z.enum(['tuning', 'heldout']),
    kind: z.enum(['attack', 'benign']),
    technique: z.string().min(1),
    /** ATT&CK technique; null for benign work. */
    mitre: z
      .string()
      .regex(/^T\d{4}(\.\d{3})?$/)
      .nullable(),
    /** Whose commands these are, see the README; null for benign work and for the recordings that came with the project. */
    hand: z.string().nullable(),
    command: z.string().min(1),
    how: z.string().min(1),
    /** Seconds since 1970. Windows of one lab do not overlap. */
    start: z.number(),
    end: z.number(),
    http_status: z.number().nullable(),
    exec_serials: z.array(z.number()),
    failed_exec_serials: z.array(z.number()),
    v7_serials: z.array(z.number()),
    exec_events: z.number(),
    v7: z.boolean(),
  })
  .strict();

export type CorpusLabel = z.infer<typeof corpusLabelSchema>;
