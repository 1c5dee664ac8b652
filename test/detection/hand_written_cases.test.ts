import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ALERT_RISK, gradeTree, toTrees, type Grade } from '../../common/detection';
import { makeTreeEvents, type WayIn } from './make_tree_events';

const read = (name: string): { vector: WayIn; command: string }[] =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [vector = '', command = ''] = line.split('\t');
      return { vector: vector as WayIn, command };
    });

const toGrades = ({ vector, command }: { vector: WayIn; command: string }): Grade[] =>
  toTrees(makeTreeEvents(vector, command, command)).map((tree) => gradeTree(tree));

const toRisk = (line: { vector: WayIn; command: string }): number =>
  Math.max(...toGrades(line).map(({ risk }) => risk));

/** Of the heaviest sign; signs come heaviest first. */
const toWeight = (line: { vector: WayIn; command: string }): number =>
  Math.max(...toGrades(line).map(({ signs: [sign] }) => sign?.weight ?? 0));

const share = (risks: readonly number[], least: number): number =>
  risks.filter((risk) => risk >= least).length / risks.length;

/** Milliseconds for thousands of trees on a busy machine. */
const LONG = 120_000;

test(
  'of commands that intruders are known to type most are alerts, and most of these grave ones',
  { timeout: LONG },
  () => {
    const risks = read('attacks.tsv').map(toRisk);
    expect(share(risks, ALERT_RISK)).toBeGreaterThan(0.97);
    expect(share(risks, 73)).toBeGreaterThan(0.9);
  }
);

test(
  'of commands that web applications run few are alerts, and hardly any grave ones',
  { timeout: LONG },
  () => {
    const risks = read('benign.tsv').map(toRisk);
    expect(share(risks, ALERT_RISK)).toBeLessThan(0.02);
    expect(share(risks, 73)).toBeLessThan(0.01);
  }
);

test(
  'a weight says how sure it is: of what shows it as its heaviest so many are attacks',
  { timeout: LONG },
  () => {
    const attacks = read('attacks.tsv').map(toWeight);
    const benign = read('benign.tsv').map(toWeight);
    const shareOfAttacks = (least: number, below: number): number => {
      const count = (weights: readonly number[]): number =>
        weights.filter((weight) => weight >= least && weight < below).length;
      return count(attacks) / (count(attacks) + count(benign));
    };
    expect(shareOfAttacks(1, ALERT_RISK)).toBeLessThan(0.1);
    expect(shareOfAttacks(ALERT_RISK, 73)).toBeGreaterThan(0.8);
    expect(shareOfAttacks(73, 101)).toBeGreaterThan(0.98);
  }
);
