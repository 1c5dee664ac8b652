import { readFile } from 'node:fs/promises';
import type { EqlFields } from '../../../common/eql/fields/eql_fields';
import { fromMapping } from '../../../common/eql/fields/from_mapping';
import { mergeFields } from '../../../common/eql/fields/merge_fields';

/**
 * Reads Elasticsearch mappings; lines that begin with `#` are comments.
 * @throws Error of `node:fs`, or SyntaxError that names the file
 */
export const readMappings = async (paths: readonly string[]): Promise<EqlFields | undefined> => {
  if (paths.length === 0) return undefined;
  return mergeFields(await Promise.all(paths.map(readMapping)));
};

const readMapping = async (path: string): Promise<EqlFields> => {
  const text = (await readFile(path, 'utf8')).replace(/^\s*#.*$/gm, '');
  try {
    return fromMapping(JSON.parse(text));
  } catch (cause) {
    throw new SyntaxError(`${path} is not valid JSON`, { cause });
  }
};
