import type { ProgramFacts } from './find_server';

const RUNNERS = /^(?:node|nodejs|bun|deno|npm|npx|yarn|pnpm)$/;
const TOOLS =
  /(?:^|[\s/])(?:vitest|vite\/bin|vite build|jest|mocha|playwright|cypress|karma|webpack|rollup|esbuild|eslint|tsc|node-gyp)(?:[\s/.@]|$)/;
/** Scripts of packages by the names that npm's documentation and most packages give them; `start` is a server's. */
const SCRIPTS =
  /(?:^|[\s/])(?:npm|npm-cli|npx|pnpm|yarn)(?:\.c?js)?\s+(?:run(?:-script)?\s+)?(?:tests?|build|check|lint|bench|format|typecheck|ci|install|i|add|prepare|rebuild|e2e)(?:[\s:]|$)/;
const LONGEST = 2000;

/** Says whether a process builds, checks or tests software: a script below it is no server, though it is run as one is. */
export const isDeveloperWork = ({
  executable = '',
  args,
}: Pick<ProgramFacts, 'executable' | 'args'>): boolean => {
  const name = executable.slice(executable.lastIndexOf('/') + 1);
  if (!RUNNERS.test(name)) return false;
  const words = args.slice(0, 20).join(' ').slice(0, LONGEST);
  return TOOLS.test(words) || SCRIPTS.test(words);
};
