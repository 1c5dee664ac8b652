/**
 * Runs a TypeScript module in this thread. `new Worker('x.ts')` works neither under tsx nor under vitest, and
 * tsx inside the thread takes several times as long to start as making one JavaScript module of it does.
 */
import { readFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { basename } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { workerData } from 'node:worker_threads';
import { build, stop } from 'esbuild';

/** Marks a look-up that the plugin itself asks for. */
const ASKED = Symbol('asked');

/** Packages stay where they are and are named by the URL of their file: a module in memory can't look them up. */
const packagesByUrl = {
  name: 'packages-by-url',
  setup: ({ onResolve, resolve }) => {
    onResolve({ filter: /^[^./]/ }, async ({ path, kind, resolveDir, pluginData }) => {
      if (pluginData === ASKED || kind === 'entry-point') return undefined;
      if (isBuiltin(path)) return { path, external: true };
      const found = await resolve(path, { kind, resolveDir, pluginData: ASKED });
      // A path alias of the tsconfig leads to a file of ours, which belongs into the module.
      return found.errors.length > 0 || !found.path.includes('/node_modules/')
        ? found
        : { path: pathToFileURL(found.path).href, external: true };
    });
  },
};

/** Each file keeps its own `import.meta.url`, by which it finds the files beside it. */
const placeOfEachFile = {
  name: 'place-of-each-file',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replaceAll(
        'import.meta.url',
        JSON.stringify(pathToFileURL(path).href)
      ),
      loader: 'ts',
    }));
  },
};

const entry = fileURLToPath(workerData.entry);
const { outputFiles } = await build({
  entryPoints: [entry],
  bundle: true,
  write: false,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)),
  plugins: [packagesByUrl, placeOfEachFile],
  logLevel: 'silent',
  // Without a name of its own the module's whole text would stand in every stack trace.
  footer: { js: `//# sourceURL=${basename(entry, '.ts')}.bundle.mjs` },
});
await stop();
await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
);
