import { fileURLToPath } from 'node:url';

/** Root of the project: where package.json, translations and the browser's sources are. */
export const PROJECT_DIRECTORY = fileURLToPath(new URL('..', import.meta.url));
