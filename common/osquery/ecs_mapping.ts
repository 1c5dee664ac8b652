import { z } from 'zod';

/** Osquery's `ecs_mapping`: ECS field → column of the result, or a fixed value. Handed on untouched, unknown keys too. */
export const ecsMappingSchema = z.record(
  z
    .object({
      field: z.string().optional(),
      value: z.union([z.string(), z.array(z.string())]).optional(),
    })
    .passthrough()
);
export type EcsMapping = Readonly<z.infer<typeof ecsMappingSchema>>;
