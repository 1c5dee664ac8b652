import {
  ALERT_RISK,
  findServer,
  gradeBeside,
  gradeInContext,
  toProcessStart,
  toTrees,
  type GradedTree,
  type Grader,
  type Tree,
} from '../../../common/detection';
import { ALERT_SEVERITIES } from '../../../common/alert/alert';
import { toAlertInstanceId } from '../../../common/alert/alert_instance_id';
import type { AlertingRule } from '../../../common/alert/to_alert';
import { toTreeAlert, toTreeInstanceId } from '../../../common/alert/to_tree_alert';
import type { SourceEvent } from '../../../common/event/source_event';
import type { Translate } from '../../../common/i18n/translate';
import type { EventReader } from '../../ports/event_reader';
import { createAsk, findAncestors, findDescendants } from '../../trees/complete_trees';
import type { AlertWriter } from '../../ports/alert_writer';
import type { HiddenAlerts } from '../hidden_alerts';
import type { QuietTrees } from './quiet_trees';
import type { RaisedAlert, RaisedAlerts } from '../raised_alerts';
import type { ReportedTrees } from './reported_trees';
import type { ShapeHistory } from './shape_history';

interface TreeAlertSearch {
  /** New children of servers. */
  readonly matches: readonly SourceEvent[];
  readonly rule: AlertingRule;
  readonly events: EventReader;
  readonly alerts: AlertWriter;
  readonly quiet: QuietTrees;
  readonly grade: Grader;
  readonly shapes: ShapeHistory;
  readonly hidden: HiddenAlerts;
  readonly reportedTrees: ReportedTrees;
  /** Instance ids of alerts not to be raised. */
  readonly givenUp: ReadonlySet<string>;
  readonly startedAt: Date;
  readonly translate: Translate;
  readonly signal: AbortSignal;
}

const NOTHING: RaisedAlerts = { alerts: [], again: [], overflow: [], passed: [], quietCount: 0 };

/** What only looks like a server may itself be part of a tree that an earlier run found. */
const MINUTES_ABOVE = 10;
/** A process that becomes another program is found again by that. */
const MINUTES_BEFORE = 1;
/** Grading so many takes about 20 ms; then others get their turn. */
const GRADED_AT_ONCE = 25;

/**
 * Alerts of trees: completes the trees of what was found, grades each beside its neighbours, and raises those that are grave
 * enough and have no alert yet, or one of a lower severity, gravest first. Every tree is graded again by the next runs for as
 * long as they find its root, so that one which grows is seen.
 */
export const raiseTreeAlerts = async (search: TreeAlertSearch): Promise<RaisedAlerts> => {
  const { rule, alerts, quiet, hidden, givenUp, startedAt } = search;
  const matches = quiet.select(search.matches, startedAt);
  if (matches.length === 0) return NOTHING;
  const trees = await findTrees({ ...search, matches });
  const grades = await gradeAll(trees, search);
  const minimumRisk = rule.params.minimumRisk ?? ALERT_RISK;
  const limit = Math.min(rule.params.maxAlertsPerRun, alerts.mostAlerts);
  const isGrave = ({ grade }: GradedTree): boolean => grade.risk >= minimumRisk;
  const grave = grades
    .filter(isGrave)
    .filter(({ tree, grade }) => !hidden.hides(tree.root.event, grade.risk))
    .sort((a, b) => b.grade.risk - a.grade.risk || b.tree.root.time - a.tree.root.time);
  const { fresh, again, open } = await sortOut(grave, search);
  const isOpen = createStartTest(open);
  const wanted = fresh.filter(({ alert }) => !givenUp.has(alert.instanceId));
  const raised = wanted.slice(0, limit);
  return {
    alerts: raised,
    again: again.slice(0, alerts.mostAlerts - raised.length),
    overflow: wanted.slice(limit).map(({ eventTime }) => eventTime),
    passed: matches.filter((match) => !isOpen(match)),
    quietCount: grades.filter((graded) => !isGrave(graded)).length,
  };
};

/**
 * Tells trees that have no alert as grave as they are from those that have grown since; both are `open`. An alert is never made
 * less grave: what was seen beside its tree was there.
 */
const sortOut = async (
  grave: readonly GradedTree[],
  { rule, alerts, reportedTrees, translate }: TreeAlertSearch
): Promise<{ fresh: RaisedAlert[]; again: RaisedAlert[]; open: Tree[] }> => {
  const toIds = ({ tree }: GradedTree): string[] => {
    const rootId = toAlertInstanceId(rule.uuid, tree.root.event);
    return ALERT_SEVERITIES.map((severity) => toTreeInstanceId(rootId, severity));
  };
  const stored = await alerts.findStoredIds(grave.flatMap(toIds));
  const fresh: RaisedAlert[] = [];
  const again: RaisedAlert[] = [];
  const open: Tree[] = [];
  for (const found of grave) {
    const graded = reportedTrees.withGravest(found);
    const { tree, grade } = graded;
    const alert = toTreeAlert(tree, grade, rule, translate);
    const eventTime = new Date(tree.root.time).toISOString();
    const ids = toIds(graded);
    const storedIds = ids.filter((id) => stored.has(id));
    const storedId = storedIds.at(-1);
    const isNews = reportedTrees.noteReported(graded);
    if (storedId === undefined || ids.indexOf(storedId) < ids.indexOf(alert.instanceId)) {
      fresh.push({ alert: { ...alert, isRisen: storedId !== undefined }, eventTime });
      open.push(tree);
    } else if (isNews) {
      const payload = storedId === alert.instanceId ? alert.payload : {};
      const isRisen = storedIds.length > 1;
      again.push({ alert: { instanceId: storedId, payload, isRisen }, eventTime });
      open.push(tree);
    }
  }
  return { fresh, again, open };
};

const findTrees = async (search: TreeAlertSearch): Promise<readonly Tree[]> => {
  const { matches, rule, events, startedAt, signal } = search;
  const { indexPatterns, timestampField } = rule.params;
  const times = matches.map(({ source }) => Date.parse(String(source['@timestamp'])));
  const earliest = Math.min(startedAt.getTime(), ...times.filter((time) => !Number.isNaN(time)));
  const to = startedAt.toISOString();
  const toFrom = (minutes: number): string => new Date(earliest - minutes * 60_000).toISOString();
  const ask = createAsk(events, { indexPatterns, timestampField, signal });
  const above = await findAncestors(ask, matches.filter(hasGuessedServer), {
    from: toFrom(MINUTES_ABOVE),
    to,
  });
  const below = await findDescendants(ask, matches, { from: toFrom(MINUTES_BEFORE), to });
  const isMatch = createTest(matches);
  return toTrees([...above.found, ...matches, ...below.found]).filter(({ starts }) =>
    starts.some(({ event }) => isMatch(event))
  );
};

const hasGuessedServer = (match: SourceEvent): boolean => {
  const start = toProcessStart(match);
  return start !== undefined && findServer(start.parent)?.isGuess !== false;
};

const createStartTest = (trees: readonly Tree[]): ((event: SourceEvent) => boolean) =>
  createTest(trees.flatMap(({ starts }) => starts.map(({ event }) => event)));

const createTest = (
  events: readonly Pick<SourceEvent, 'index' | 'id'>[]
): ((event: SourceEvent) => boolean) => {
  const keys = new Set(events.map(({ index, id }) => `${index}\n${id}`));
  return ({ index, id }) => keys.has(`${index}\n${id}`);
};

/** Trees that nothing was added to since they were graded are not graded again. */
const gradeAll = async (
  trees: readonly Tree[],
  { quiet, shapes, grade }: TreeAlertSearch
): Promise<GradedTree[]> => {
  const alone: GradedTree[] = [];
  const fresh = new Set(trees.filter((tree) => !quiet.knows(tree)));
  for (const [index, tree] of trees.entries()) {
    const history = shapes.find(tree);
    const found = quiet.find(tree) ?? gradeInContext(tree, grade(tree), { history });
    const graded = { tree, grade: found };
    quiet.note(graded);
    alone.push(graded);
    if (index % GRADED_AT_ONCE === GRADED_AT_ONCE - 1) await letOthersRun();
  }
  const beside = gradeBeside(alone);
  for (const graded of beside) if (fresh.has(graded.tree)) shapes.note(graded.tree, graded.grade);
  return beside;
};

const letOthersRun = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
