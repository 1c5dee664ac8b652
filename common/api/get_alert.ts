import { z } from 'zod';
import type { Alert } from '../alert/alert';
import { API_ROOT, createEndpoint, noInput } from './endpoint';

export const alertParamsSchema = z.object({ id: z.string().min(1).max(512) }).strict();

export const getAlert = createEndpoint<{ alert: Alert }>()({
  method: 'get',
  path: `${API_ROOT}/alerts/{id}`,
  privilege: 'read',
  query: noInput,
  body: noInput,
  params: alertParamsSchema,
});
