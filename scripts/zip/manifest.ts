import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseConfigFileTextToJson } from 'typescript';
import { z } from 'zod';

const names = z.array(z.string()).default([]);

const manifestSchema = z
  .object({
    type: z.literal('plugin'),
    id: z.string().startsWith('@kbn/'),
    owner: z.string().startsWith('@'),
    description: z.string(),
    plugin: z
      .object({
        id: z.string(),
        server: z.boolean(),
        browser: z.boolean(),
        requiredPlugins: names,
        optionalPlugins: names,
      })
      .strict(),
  })
  .strict();

export type Manifest = z.infer<typeof manifestSchema>;

/** Reads kibana.jsonc, the source of everything Kibana is told about the plugin. Throws on an unknown key. */
export const readManifest = async (root: string): Promise<Manifest> => {
  const path = join(root, 'kibana.jsonc');
  const { config, error } = parseConfigFileTextToJson(path, await readFile(path, 'utf8'));
  if (error) throw new Error(`${path} is not JSON with comments: ${String(error.messageText)}`);
  return manifestSchema.parse(config);
};
