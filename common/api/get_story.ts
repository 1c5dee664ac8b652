import { z } from 'zod';
import type { Story } from '../story/story';
import { API_ROOT, createEndpoint, noInput } from './endpoint';
import { alertParamsSchema } from './get_alert';

/** Minutes before and after the alert's event that are looked at, unless told otherwise. */
const STORY_MINUTES = 15;
const MOST_MINUTES = 24 * 60;

export const periodQuerySchema = z
  .object({ minutes: z.coerce.number().int().min(1).max(MOST_MINUTES).default(STORY_MINUTES) })
  .strict();

/** What was done through the alert's server, in order of time. */
export const getStory = createEndpoint<{ story: Story }>()({
  method: 'get',
  path: `${API_ROOT}/alerts/{id}/story`,
  privilege: 'read',
  params: alertParamsSchema,
  query: periodQuerySchema,
  body: noInput,
});
