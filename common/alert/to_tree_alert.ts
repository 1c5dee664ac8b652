import { toTreeId, toTreeReason, type Grade, type Tree } from '../detection';
import { getValues } from '../event/get_values';
import type { SourceEvent } from '../event/source_event';
import type { Translate } from '../i18n/translate';
import type { AlertSeverity } from './alert';
import { ALERT_FIELD } from './alert_document';
import { shorten } from './shorten';
import { toAlert, type AlertingRule, type NewAlert } from './to_alert';
import { toCommandLine } from './to_reason';
import { toTellingCommand } from './to_telling_command';

/** Commands an alert repeats, for messages: the flyout reads them all. */
const MOST_COMMANDS = 20;
const LONGEST_COMMAND = 200;

/** Events an alert lists by their address; a tree has at most 500. */
const MOST_EVENTS = 500;

/**
 * Turns one tree into one alert: its root's event with the grade of the whole. The id is the root's and the severity's, so a
 * tree that is found again, grown or not, is the same alert, and one that became graver is another of the same row.
 */
export const toTreeAlert = (
  tree: Tree,
  grade: Grade,
  rule: AlertingRule,
  translate: Translate
): NewAlert => {
  const { instanceId, payload } = toAlert(tree.root.event, rule, translate);
  const starts = tree.starts.slice(0, MOST_EVENTS);
  const events = starts.map(({ event }) => event);
  const processes = new Set(starts.map(toTreeId));
  processes.delete(tree.id);
  const telling = toTellingCommand(tree, grade);
  return {
    instanceId: toTreeInstanceId(instanceId, grade.severity),
    payload: {
      ...payload,
      [ALERT_FIELD.riskScore]: grade.risk,
      [ALERT_FIELD.severity]: grade.severity,
      [ALERT_FIELD.reason]: toTreeReason(tree, grade, translate),
      [ALERT_FIELD.treeId]: tree.id,
      [ALERT_FIELD.treeProcesses]: [...processes],
      [ALERT_FIELD.treeSequences]: events.flatMap(({ source }) =>
        getValues(source, 'event.sequence').slice(0, 1)
      ),
      [ALERT_FIELD.treeEvents]: events.map(({ id }) => id),
      [ALERT_FIELD.treeCommands]: toCommands(events),
      ...(telling !== undefined && { [ALERT_FIELD.tellingCommand]: telling }),
      [ALERT_FIELD.signs]: grade.signs,
    },
  };
};

const toCommands = (events: readonly SourceEvent[]): string[] =>
  events
    .slice(0, MOST_COMMANDS)
    .map(({ source }) => shorten(toCommandLine(source) ?? '', LONGEST_COMMAND));

/** @param rootId the instance id that an alert of the root's event alone would have */
export const toTreeInstanceId = (rootId: string, severity: AlertSeverity): string =>
  `${rootId}:${severity}`;
