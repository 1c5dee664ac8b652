import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { PROJECT_DIRECTORY } from './project_directory';

const manifest = z.object({ version: z.string() });

/** Version of this product, from its package.json. */
export const PRODUCT_VERSION = manifest.parse(
  JSON.parse(readFileSync(join(PROJECT_DIRECTORY, 'package.json'), 'utf8'))
).version;
