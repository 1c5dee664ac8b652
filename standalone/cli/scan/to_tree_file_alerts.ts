import { ALERT_FIELD } from '../../../common/alert/alert_document';
import {
  ALERT_RISK,
  gradeBeside,
  gradeTree,
  toTreeReason,
  toTrees,
  type GradedTree,
} from '../../../common/detection';
import { getValues } from '../../../common/event/get_values';
import type { SourceEvent } from '../../../common/event/source_event';
import { english } from '../../../common/i18n/english';
import type { RuleDefinition } from '../../../common/rule/rule_definition';
import { toFileAlert, type FileAlert } from './to_file_alert';

/** What a rule of trees looks at in files: every start of a program. */
export const STARTS_QUERY = `process where host.os.type == "linux" and event.type == "start" and
  event.action in ("exec", "exec_event")`;

/** Alerts of the trees of all events, in order of time. */
export const toTreeFileAlerts = (
  events: readonly SourceEvent[],
  rule: RuleDefinition
): FileAlert[] =>
  gradeBeside(toTrees(events).map((tree) => ({ tree, grade: gradeTree(tree) })))
    .filter(({ grade }) => grade.risk >= ALERT_RISK)
    .sort((a, b) => a.tree.root.time - b.tree.root.time)
    .map((graded) => toTreeFileAlert(graded, rule));

/** The root's event, with the sequences of all events of the tree in the place of its own. */
const toTreeFileAlert = ({ tree, grade }: GradedTree, rule: RuleDefinition): FileAlert => {
  const { event, fields } = toFileAlert(tree.root.event, rule);
  const sequences = tree.starts.flatMap(({ event: { source } }) =>
    getValues(source, 'event.sequence').slice(0, 1)
  );
  const own = event.source['event'];
  const isNested = typeof own === 'object' && own !== null;
  return {
    event,
    fields: {
      ...fields,
      ...(isNested ? { event: { ...own, sequence: sequences } } : { 'event.sequence': sequences }),
      [ALERT_FIELD.severity]: grade.severity,
      [ALERT_FIELD.riskScore]: grade.risk,
      [ALERT_FIELD.reason]: toTreeReason(tree, grade, english),
      [ALERT_FIELD.treeId]: tree.id,
      [ALERT_FIELD.signs]: grade.signs,
    },
  };
};
