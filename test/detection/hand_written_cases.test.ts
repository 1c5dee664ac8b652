import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ALERT_RISK, gradeTree, toTrees } from '../../common/detection';
import { makeTreeEvents, type WayIn } from './make_tree_events';

const read = (name: string): { vector: WayIn; command: string }[] =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [vector = '', command = ''] = line.split('\t');
      return { vector: vector as WayIn, command };
    });

const toRisk = ({ vector, command }: { vector: WayIn; command: string }): number =>
  Math.max(
    ...toTrees(makeTreeEvents(vector, command, command)).map((tree) => gradeTree(tree).risk)
  );

const share = (cases: { vector: WayIn; command: string }[], least: number): number =>
  cases.filter((each) => toRisk(each) >= least).length / cases.length;

test('of commands that intruders are known to type most are alerts, and most of these grave ones', () => {
  const attacks = read('attacks.tsv');
  expect(share(attacks, ALERT_RISK)).toBeGreaterThan(0.95);
  expect(share(attacks, 73)).toBeGreaterThan(0.85);
});

test('of commands that web applications run few are alerts, and hardly any grave ones', () => {
  const benign = read('benign.tsv');
  expect(share(benign, ALERT_RISK)).toBeLessThan(0.04);
  expect(share(benign, 73)).toBeLessThan(0.01);
});
