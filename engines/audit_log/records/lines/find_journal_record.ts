import { z } from 'zod';

/** What is read of an entry of `journalctl -o json`. Bytes that are no UTF-8 stand there as a list of numbers. */
const entrySchema = z.object({
  MESSAGE: z.union([z.string(), z.array(z.number().int().min(0).max(255))]),
  _HOSTNAME: z
    .string()
    .regex(/^\S{1,255}$/)
    .optional()
    .catch(undefined),
  _AUDIT_ID: z.string().regex(/^\d+$/).optional().catch(undefined),
  _AUDIT_TYPE_NAME: z.string().regex(/^\w+$/).optional().catch(undefined),
  /** Microseconds since 1970. */
  _SOURCE_REALTIME_TIMESTAMP: z
    .string()
    .regex(/^\d{7,17}$/)
    .optional()
    .catch(undefined),
});

/** The audit record in an entry of `journalctl -o json`, written as auditd would; undefined where it holds none. */
export const findJournalRecord = (value: unknown): string | undefined => {
  const entry = entrySchema.safeParse(value).data;
  if (!entry) return undefined;
  const node = entry._HOSTNAME === undefined ? '' : `node=${entry._HOSTNAME} `;
  const message =
    typeof entry.MESSAGE === 'string' ? entry.MESSAGE : Buffer.from(entry.MESSAGE).toString('utf8');
  const kernel = /^(?:audit: )?(type=\S+ (?:msg=)?audit\(\d.*)$/s.exec(message)?.[1];
  if (kernel !== undefined) return node + kernel;
  const { _AUDIT_ID: serial, _AUDIT_TYPE_NAME: type, _SOURCE_REALTIME_TIMESTAMP: micros } = entry;
  if (serial === undefined || type === undefined || micros === undefined) return undefined;
  const time = `${micros.slice(0, -6)}.${micros.slice(-6, -3)}`;
  const fields = message.replace(/^[A-Z][A-Z0-9_]* /, '');
  return `${node}type=${type} msg=audit(${time}:${serial}): ${fields}`;
};
