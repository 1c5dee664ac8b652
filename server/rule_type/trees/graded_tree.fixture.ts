import { gradeTree, toTrees, type GradedTree } from '../../../common/detection';

const [TREE] = toTrees([
  {
    index: 'logs',
    id: 'sh',
    source: {
      '@timestamp': '2026-11-24T12:00:00.000Z',
      host: { id: 'h' },
      process: {
        entity_id: 'sh',
        executable: '/usr/bin/dash',
        args: ['sh', '-c', 'id'],
        parent: { entity_id: 'fpm', executable: '/usr/sbin/php-fpm8.2', args: ['php-fpm: pool'] },
      },
    },
  },
]);
if (TREE === undefined) throw new Error('no tree');
const GRADE = gradeTree(TREE);

/** A tree of so many programs, each an event `ID-0`, `ID-1` … of the index `logs`. */
export const toGradedTree = (
  id: string,
  { size = 1, risk = 50 }: { size?: number; risk?: number } = {}
): GradedTree => {
  const { root } = TREE;
  const starts = Array.from({ length: size }, (_, at) => ({
    ...root,
    event: { ...root.event, id: `${id}-${at}` },
  }));
  return { tree: { ...TREE, id, starts }, grade: { ...GRADE, risk } };
};
