import { z } from 'zod';

const textSchema = z.string().optional().catch(undefined);
const namedSchema = z
  .union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)])
  .pipe(z.string().regex(/^\S{1,255}$/))
  .optional()
  .catch(undefined);

/** What Filebeat, Logstash, Fluent Bit and Docker make of a line of a file. */
const shippedSchema = z.object({
  message: textSchema,
  log: textSchema,
  event: z.object({ original: textSchema }).optional().catch(undefined),
  host: namedSchema,
});

/** The line of an audit log that a shipper of logs put into JSON, its host in front; undefined where it holds none. */
export const findShippedRecord = (value: unknown): string | undefined => {
  const shipped = shippedSchema.safeParse(value).data;
  const line = [shipped?.event?.original, shipped?.message, shipped?.log].find(
    (text) => text !== undefined && /\btype=\S+ (?:msg=)?audit\(\d/.test(text)
  );
  if (line === undefined) return undefined;
  const record = line.trimEnd();
  const host = shipped?.host;
  return host === undefined || !record.startsWith('type=') ? record : `node=${host} ${record}`;
};
