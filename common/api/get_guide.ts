import { z } from 'zod';
import type { FilledGuidePart } from '../guide/guide_part';
import { LOCALES } from '../i18n/locale';
import { alertParamsSchema } from './get_alert';
import { API_ROOT, createEndpoint, noInput } from './endpoint';

/** The guide of one alert with its queries filled. A shipped guide comes in the asked language, a custom one as stored. */
export const getGuide = createEndpoint<{ parts: readonly FilledGuidePart[] }>()({
  method: 'get',
  path: `${API_ROOT}/alerts/{id}/guide`,
  privilege: 'read',
  body: noInput,
  params: alertParamsSchema,
  query: z.object({ locale: z.enum(LOCALES) }).strict(),
});
