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

const share = (risks: readonly number[], least: number): number =>
  risks.filter((risk) => risk >= least).length / risks.length;

/** Milliseconds for thousands of trees on a busy machine. */
const LONG = 120_000;

test(
  'of commands that intruders are known to type most are alerts, and most of these grave ones',
  { timeout: LONG },
  () => {
    const risks = read('attacks.tsv').map(toRisk);
    expect(share(risks, ALERT_RISK)).toBeGreaterThan(0.96);
    expect(share(risks, 73)).toBeGreaterThan(0.86);
  }
);

test(
  'of commands that web applications run few are alerts, and hardly any grave ones',
  { timeout: LONG },
  () => {
    const risks = read('benign.tsv').map(toRisk);
    expect(share(risks, ALERT_RISK)).toBeLessThan(0.04);
    expect(share(risks, 73)).toBeLessThan(0.01);
  }
);
