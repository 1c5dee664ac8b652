/** What the rules find in the corpus, and what grading costs. Numbers go to docs/detection.md by hand, once per change. */
import { createGrader, gradeTree, SERVER_CHILDREN_QUERY, toTrees } from '../../common/detection';
import { parseEql } from '../../common/eql/parse_eql';
import { searchEvents } from '../../common/eql/search_events';
import { readCorpus } from '../corpus/read_corpus';
import { gradeRequests, type GradedRequest } from '../detection/grade_requests';
import { readLabEvents, type EventForm } from '../detection/read_lab_events';
import { renameEvents } from '../detection/rename_events';
import { simulateSessions } from '../detection/simulate_sessions';
import { runExtendedRule } from './run_extended_rule';

const HALVES = ['tuning', 'heldout'] as const;
const FORMS: readonly EventForm[] = ['ecs', 'audit'];
const CANDIDATES = 10_000;
const SESSIONS = 1_000;
const ALERT = 47;
const GRAVE = 73;

export const benchDetection = async (): Promise<void> => {
  for (const form of FORMS) {
    for (const half of HALVES) {
      const { plain, renamed, missedRoots } = await gradeHalf(half, form);
      console.log(
        `\n${half}, ${form === 'ecs' ? 'ECS events' : 'raw audit log'}; roots the query misses: ${missedRoots}`
      );
      console.table([
        ...byLab(plain).map(([lab, requests]) => toRow(lab, requests)),
        toRow('all', plain),
        toRow('all, renamed', renamed),
        toRow('all, each kind once', toKinds(plain)),
      ]);
      if (form === 'audit') continue;
      printSweep(plain);
      printSessions(plain);
    }
  }
  await printCost();
};

const gradeHalf = async (half: (typeof HALVES)[number], form: EventForm) => {
  const plain: GradedRequest[] = [];
  const renamed: GradedRequest[] = [];
  const query = parseEql(SERVER_CHILDREN_QUERY);
  let missedRoots = 0;
  for (const lab of readCorpus(half)) {
    const events = await readLabEvents(lab, form);
    const labels = lab.readLabels();
    const requests = gradeRequests(labels, events);
    const found = new Set(searchEvents(query, events).map(({ id }) => id));
    missedRoots += toTrees(events).filter(({ root }) => !found.has(root.event.id)).length;
    plain.push(...requests);
    renamed.push(...gradeRequests(labels, renameEvents(events)));
  }
  return { plain, renamed, missedRoots };
};

const byLab = (requests: readonly GradedRequest[]): [string, GradedRequest[]][] => {
  const labs = new Map<string, GradedRequest[]>();
  for (const request of requests) {
    labs.set(request.label.lab, [...(labs.get(request.label.lab) ?? []), request]);
  }
  return [...labs];
};

/** A command repeated in every lab counts once, by its weakest grade for attacks and its strongest for benign work. */
const toKinds = (requests: readonly GradedRequest[]): GradedRequest[] => {
  const kinds = new Map<string, GradedRequest>();
  for (const request of requests) {
    const key = `${request.label.kind} ${request.label.kind === 'attack' ? request.label.command : request.label.technique}`;
    const known = kinds.get(key);
    const isWorse =
      request.label.kind === 'attack'
        ? request.risk < (known?.risk ?? 101)
        : request.risk > (known?.risk ?? -1);
    if (isWorse) kinds.set(key, request);
  }
  return [...kinds.values()];
};

const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;

const toRow = (name: string, requests: readonly GradedRequest[]) => {
  const attacks = requests.filter(({ label }) => label.kind === 'attack');
  const benign = requests.filter(({ label }) => label.kind === 'benign');
  const share = (of: readonly GradedRequest[], least: number): string =>
    percent(of.filter(({ risk }) => risk >= least).length, of.length);
  const found = attacks.filter(({ risk }) => risk >= ALERT);
  const alerts = found.flatMap(({ trees }) => trees.filter(({ grade }) => grade.risk >= ALERT));
  return {
    name,
    attacks: attacks.length,
    'found ≥ 47': share(attacks, ALERT),
    'found ≥ 73': share(attacks, GRAVE),
    'by seed': percent(attacks.filter(({ isSeedHit }) => isSeedHit).length, attacks.length),
    benign: benign.length,
    'flagged ≥ 47': share(benign, ALERT),
    'flagged ≥ 73': share(benign, GRAVE),
    'seed flags': percent(benign.filter(({ isSeedHit }) => isSeedHit).length, benign.length),
    'alerts per attack': found.length === 0 ? '–' : (alerts.length / found.length).toFixed(2),
  };
};

/** The threshold sweep as text: `#` attacks found, `o` benign requests flagged, in steps of 2 per cent. */
const printSweep = (requests: readonly GradedRequest[]): void => {
  console.log('risk    attacks found (#) and benign requests flagged (o)');
  for (let least = 5; least <= 100; least += 5) {
    const share = (kind: string): number => {
      const of = requests.filter(({ label }) => label.kind === kind);
      return (100 * of.filter(({ risk }) => risk >= least).length) / of.length;
    };
    const [found, flagged] = [share('attack'), share('benign')];
    const line = '#'.repeat(Math.round(found / 2)).padEnd(50);
    const benign = 'o'.repeat(Math.round(flagged / 2)).padEnd(50);
    console.log(
      `≥ ${String(least).padStart(3)}  ${line} ${found.toFixed(1).padStart(5)}  ${benign.trimEnd()} ${flagged.toFixed(1)}`
    );
  }
};

const printSessions = (requests: readonly GradedRequest[]): void => {
  const ofKind = (kind: string): GradedRequest[] =>
    requests.filter(({ label }) => label.kind === kind);
  const options = { sessions: SESSIONS, least: GRAVE };
  const attacks = simulateSessions(ofKind('attack'), { ...options, random: createRandom(7) });
  const benign = simulateSessions(ofKind('benign'), { ...options, random: createRandom(8) });
  console.log(
    `sessions of five with a tree ≥ ${GRAVE}: attackers ${attacks.toFixed(1)} %, benign ${benign.toFixed(1)} %`
  );
};

/** Mulberry32: the same sessions in every run. */
const createRandom = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  let value = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
  return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
};

/** What grading costs by itself, first read and known, and what a run of the rule costs beside its searches. */
const printCost = async (): Promise<void> => {
  const labs = readCorpus('tuning');
  const events = (await Promise.all(labs.map((lab) => readLabEvents(lab, 'ecs')))).flat();
  for (const tree of toTrees(events)) gradeTree(tree);
  const grouping = time(() => toTrees(events));
  const trees = toTrees(events);
  const many = Array.from({ length: CANDIDATES }, (_, at) => trees[at % trees.length]);
  const reading = time(() => many.forEach((tree) => tree && gradeTree(tree)));
  const grade = createGrader();
  const repeating = time(() => many.forEach((tree) => tree && grade(tree)));
  // Of what servers start most is work.
  const quiet = trees.filter((tree) => gradeTree(tree).risk < ALERT);
  const toSeconds = (ms: number): string => (ms / 1000).toFixed(2);
  console.log(`
grouping ${events.length} events: ${grouping.toFixed(0)} ms
grading ${CANDIDATES} trees: ${toSeconds(reading)} s where each is read, ${toSeconds(repeating)} s where ${trees.length} different ones repeat`);
  for (const count of [0, 100, CANDIDATES]) {
    const { ms, mebibytes, requests, runs } = await runExtendedRule(quiet, count);
    console.log(
      `${count} candidate trees: ${runs} runs, the executor's own time ${toSeconds(ms)} s, ${requests} searches, ${mebibytes.toFixed(0)} MiB more in memory`
    );
  }
};

const time = (work: () => void): number => {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};
