// @ts-check
/**
 * `node scripts/run.mjs MODULE.ts [ARGUMENT…]`: runs a TypeScript module of this project. It is bundled first, unless that
 * was done before and none of its sources has changed since. Plain JavaScript, because nothing is bundled yet when it runs.
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getModule } from './bundle/get_module.mjs';

const [, , name = '', ...given] = process.argv;
const path = resolve(name);
process.argv = [process.execPath, path, ...given];
await import(pathToFileURL(await getModule(path)).href);
