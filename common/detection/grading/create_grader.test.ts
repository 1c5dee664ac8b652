import { expect, test } from 'vitest';
import type { SourceEvent } from '../../event/source_event';
import { toTrees } from '../tree/to_trees';
import type { Tree } from '../tree/tree';
import { createGrader } from './create_grader';
import { gradeTree } from './grade_tree';

const FPM = { executable: '/usr/sbin/php-fpm8.2', args: ['php-fpm: pool www'] };

/** A shell with a program below it, or beside it where the program lost its parent. */
const toTree = (id: string, text: string, workingDirectory: string): Tree => {
  const toEvent = (entityId: string, args: readonly string[], parent: object): SourceEvent => ({
    index: 'i',
    id: `event of ${entityId}`,
    source: {
      '@timestamp': '2026-11-24T00:00:00.000Z',
      host: { id: 'h' },
      process: {
        entity_id: entityId,
        executable: `/usr/bin/${args[0]}`,
        args,
        working_directory: workingDirectory,
        parent,
      },
    },
  });
  const [tree] = toTrees([
    toEvent(id, ['sh', '-c', text], { entity_id: 'fpm', ...FPM }),
    toEvent(`${id}-child`, ['id'], { entity_id: id, executable: '/usr/bin/sh', args: ['sh'] }),
  ]);
  if (tree === undefined) throw new Error('no tree');
  return tree;
};

test('says of each tree what gradeTree says, with the events of its own', () => {
  const grade = createGrader();
  const trees = [
    toTree('a', 'id; cat notes.txt', '/var/www/html'),
    toTree('b', 'id; cat notes.txt', '/var/www/html'),
    // The same words in another folder are another file.
    toTree('c', 'id; cat notes.txt', '/root'),
    toTree('d', 'id', '/var/www/html'),
  ];
  for (const tree of [...trees, ...trees]) expect(grade(tree)).toEqual(gradeTree(tree));
});
