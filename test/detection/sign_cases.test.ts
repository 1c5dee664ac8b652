import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  ALERT_RISK,
  gradeTree,
  SIGN_IDS,
  toTrees,
  type Grade,
  type SignId,
} from '../../common/detection';
import { makeTreeEvents } from './make_tree_events';
import { SIGN_CASES } from './sign_cases';

const grade = (command: string): Grade => {
  const [tree] = toTrees(makeTreeEvents('sh', command, 'case'));
  if (tree === undefined) throw new Error('no tree');
  return gradeTree(tree);
};

/** These speak of more than one command, or of what a text can't show; their own tests are beside them. */
const ELSEWHERE: readonly SignId[] = [
  'gone_program',
  'masked_program',
  'stray_shell_words',
  'neighbours_by_hand',
  'repeated_shape',
  'application_habit',
  'unknown_command',
];

describe('signs', () => {
  test.each(SIGN_CASES)('$id is seen in an attack: $attack', ({ id, attack }) => {
    expect(grade(attack).signs.map((sign) => sign.id)).toContain(id);
  });

  test.each(SIGN_CASES)('$id leaves work alone: $benign', ({ id, benign }) => {
    const { risk, signs } = grade(benign);
    const weight = signs.find((sign) => sign.id === id)?.weight ?? 0;
    expect(weight).toBeLessThan(ALERT_RISK);
    expect(risk).toBeLessThan(ALERT_RISK);
  });

  test('all have a case', () => {
    const known = new Set<string>([...SIGN_CASES.map(({ id }) => id), ...ELSEWHERE]);
    expect(SIGN_IDS.filter((id) => !known.has(id))).toEqual([]);
  });

  test('all are described in the documentation', () => {
    const text = readFileSync(new URL('../../docs/detection.md', import.meta.url), 'utf8');
    expect(SIGN_IDS.filter((id) => !text.includes(`\`${id}\``))).toEqual([]);
  });
});
