import type { ZodError } from 'zod';

/** What a schema has against a value, each problem behind the path of its place: `params.lookBack: …`. */
export const toSchemaProblem = (error: ZodError): string =>
  error.issues
    .map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
    .join('; ');
