// @ts-check
import { basename, dirname, join, relative } from 'node:path';
import { getBundle } from './get_bundle.mjs';
import { PROJECT_ROOT } from './project_root.mjs';

const COMMANDS = 'standalone/cli';

/**
 * The bundled form of a TypeScript module, for `import`. All commands and their threads are one bundle; any other module
 * is bundled by itself, with the threads it may start.
 * @param {string} path
 * @returns {Promise<string>}
 */
export const getModule = async (path) => {
  const module = relative(PROJECT_ROOT, path);
  const isCommand = dirname(module) === COMMANDS;
  const directory = await getBundle({
    name: isCommand ? 'commands' : module.replaceAll(/[^\w.-]/g, '_'),
    // What is not needed is not loaded: a bundle that is there needs no bundler.
    make: async (directory) => {
      const { bundleModules } = await import('./bundle_modules.mjs');
      return bundleModules(directory, isCommand ? [`${COMMANDS}/*.ts`] : [module]);
    },
  });
  return join(directory, `${basename(module, '.ts')}.mjs`);
};
