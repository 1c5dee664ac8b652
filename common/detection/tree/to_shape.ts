import { onceFor } from '../../event/once_for';
import type { Tree } from './tree';

const MOST_STARTS = 60;
const LONGEST_SHAPE = 400;

/**
 * What stays the same when an application does the same again: programs, options and folders without numbers, ids and
 * names of single files. A host's history is kept by it.
 */
export const toShape = onceFor(({ server, starts }: Tree): string => {
  const lines = starts
    .slice(0, MOST_STARTS)
    .map(({ args }) => args.slice(0, 40).map(toPattern).join(' '));
  // The same step for each of many files is one step.
  const steps = lines.filter((line, at) => line !== lines[at - 1]);
  const shape = [server.kind, ...steps].join('\n');
  return shape.length <= LONGEST_SHAPE
    ? shape
    : `${shape.slice(0, LONGEST_SHAPE)}#${toHash(shape)}`;
});

const toPattern = (arg: string): string =>
  arg
    .slice(0, 2000)
    // A file that is not the server's own: its name is the visitor's, its ending is the application's.
    .replace(/(\/[\w@%+~.-]*)+\/[^\s'"/;|&<>()]+?(\.\w{1,5})?(?=['"\s;|&<>()]|$)/g, toFolder)
    .replace(/[0-9a-f]{8,}(?:-[0-9a-f]{4,})*/gi, '#')
    .replace(/\d+/g, '#');

/** Programs and what lies in /etc or /proc keep their names: reading one is not reading another. */
const toFolder = (path: string): string => {
  if (/^\/(?:usr|s?bin|lib|etc|proc|sys|root|home|opt)\b/.test(path)) return path;
  const ending = /\.\w{1,5}$/.exec(path)?.[0] ?? '';
  return `${path.slice(0, path.lastIndexOf('/'))}/*${ending}`;
};

/** FNV-1a, 32 bits: to tell long shapes apart, not to keep a secret. */
const toHash = (text: string): string => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16);
};
