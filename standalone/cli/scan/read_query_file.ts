import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const nameSchema = z.object({ name: z.unknown() });

const entrySchema = nameSchema.extend({
  query: z.string(),
  size: z.number().int().nonnegative().nullish(),
  max_samples_per_key: z.number().int().positive().nullish(),
});

/** A query of a file, or what is wrong with its line. */
export type QueryEntry =
  | {
      readonly name: unknown;
      readonly query: string;
      readonly size: number | undefined;
      readonly maxSamplesPerKey: number | undefined;
    }
  | { readonly name: unknown; readonly problem: string };

/**
 * Reads a file with one query per line, as JSON; other members of a line are passed over. A query without a name is
 * called by the number of its line.
 * @throws Error of `node:fs` when it can't be read
 */
export const readQueryFile = async (path: string): Promise<QueryEntry[]> => {
  const lines = (await readFile(path, 'utf8')).replace(/^\ufeff/, '').split('\n');
  return lines.flatMap((line, index) => (line.trim() === '' ? [] : [toEntry(line, index + 1)]));
};

const toEntry = (line: string, lineNumber: number): QueryEntry => {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { name: lineNumber, problem: `line ${lineNumber} is not valid JSON` };
  }
  const { name = lineNumber } = nameSchema.safeParse(value).data ?? {};
  const { success, data, error } = entrySchema.safeParse(value);
  if (!success) {
    const [issue] = error.issues;
    const place = issue?.path.join('.') ?? '';
    return { name, problem: `line ${lineNumber}: ${place} ${issue?.message ?? ''}` };
  }
  const { query, size, max_samples_per_key: maxSamplesPerKey } = data;
  return { name, query, size: size ?? undefined, maxSamplesPerKey: maxSamplesPerKey ?? undefined };
};
