import {
  ALERT_RISK,
  findServer,
  gradeBeside,
  gradeTree,
  toProcessStart,
  toTrees,
  type GradedTree,
  type Tree,
} from '../../common/detection';
import type { AlertingRule } from '../../common/alert/to_alert';
import { toTreeAlert } from '../../common/alert/to_tree_alert';
import type { SourceEvent } from '../../common/event/source_event';
import type { Translate } from '../../common/i18n/translate';
import type { EventReader } from '../ports/event_reader';
import { createAsk, findAncestors, findDescendants } from '../trees/complete_trees';
import type { AlertWriter } from '../ports/alert_writer';
import type { HiddenAlerts } from './hidden_alerts';
import type { QuietTrees } from './quiet_trees';
import type { RaisedAlert, RaisedAlerts } from './raised_alerts';

interface TreeAlertSearch {
  /** New children of servers. */
  readonly matches: readonly SourceEvent[];
  readonly rule: AlertingRule;
  readonly events: EventReader;
  readonly alerts: AlertWriter;
  readonly quiet: QuietTrees;
  readonly hidden: HiddenAlerts;
  readonly startedAt: Date;
  readonly translate: Translate;
  readonly signal: AbortSignal;
}

/** What only looks like a server may itself be part of a tree that an earlier run found. */
const MINUTES_ABOVE = 10;
/** A process that becomes another program is found again by that. */
const MINUTES_BEFORE = 1;
/** Grading so many takes about 20 ms; then others get their turn. */
const GRADED_AT_ONCE = 25;

/**
 * Alerts of trees: completes the trees of what was found, grades each beside its neighbours, and raises those that are grave
 * enough and have no alert, gravest first. What is not raised is graded again by the next runs for as long as they find its root, so that a
 * tree which grows is seen.
 */
export const raiseTreeAlerts = async (search: TreeAlertSearch): Promise<RaisedAlerts> => {
  const { rule, alerts, quiet, hidden, startedAt, translate } = search;
  const matches = quiet.select(search.matches, startedAt);
  if (matches.length === 0) return { alerts: [], overflow: [], quietCount: 0 };
  const trees = await findTrees({ ...search, matches });
  const grades = await gradeAll(trees, quiet);
  const minimumRisk = rule.params.minimumRisk ?? ALERT_RISK;
  const limit = Math.min(rule.params.maxAlertsPerRun, alerts.mostAlerts);
  const isGrave = ({ grade }: GradedTree): boolean => grade.risk >= minimumRisk;
  const grave = grades
    .filter(isGrave)
    .filter(({ tree, grade }) => !hidden.hides(tree.root.event, grade.risk))
    .sort((a, b) => b.grade.risk - a.grade.risk || b.tree.root.time - a.tree.root.time)
    .map(({ tree, grade }): RaisedAlert => ({
      alert: toTreeAlert(tree, grade, rule, translate),
      eventTime: new Date(tree.root.time).toISOString(),
    }));
  const stored = await alerts.findStoredIds(grave.map(({ alert }) => alert.instanceId));
  const fresh = grave.filter(({ alert }) => !stored.has(alert.instanceId));
  return {
    alerts: fresh.slice(0, limit),
    overflow: fresh.slice(limit).map(({ eventTime }) => eventTime),
    quietCount: grades.filter((graded) => !isGrave(graded)).length,
  };
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
  const isMatch = createMatchTest(matches);
  return toTrees([...above.found, ...matches, ...below.found]).filter(({ starts }) =>
    starts.some(({ event }) => isMatch(event))
  );
};

const hasGuessedServer = (match: SourceEvent): boolean => {
  const start = toProcessStart(match);
  return start !== undefined && findServer(start.parent)?.isGuess !== false;
};

const createMatchTest = (matches: readonly SourceEvent[]): ((event: SourceEvent) => boolean) => {
  const keys = new Set(matches.map(({ index, id }) => `${index}\n${id}`));
  return ({ index, id }) => keys.has(`${index}\n${id}`);
};

/** Trees that nothing was added to since they were graded are not graded again. */
const gradeAll = async (trees: readonly Tree[], quiet: QuietTrees): Promise<GradedTree[]> => {
  const alone: GradedTree[] = [];
  for (const [index, tree] of trees.entries()) {
    const graded = { tree, grade: quiet.find(tree) ?? gradeTree(tree) };
    quiet.note(graded);
    alone.push(graded);
    if (index % GRADED_AT_ONCE === GRADED_AT_ONCE - 1) await letOthersRun();
  }
  return gradeBeside(alone);
};

const letOthersRun = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
