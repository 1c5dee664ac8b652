import { z } from 'zod';

const entrySchema = z.object({ id: z.string(), name: z.string(), reference: z.string() });

/** One tactic of MITRE ATT&CK with the techniques used for it, in the shape of ECS `threat`. */
export const threatSchema = z.object({
  framework: z.string(),
  tactic: entrySchema,
  technique: z
    .array(entrySchema.extend({ subtechnique: z.array(entrySchema).default([]) }))
    .default([]),
});

export type Threat = z.infer<typeof threatSchema>;
