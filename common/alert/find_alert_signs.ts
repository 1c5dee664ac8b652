import { gradeTree, toTrees, type Sign } from '../detection';
import type { Alert } from './alert';

/**
 * What speaks for and against an attack: as stored with an alert about a tree, else as the alert's one event shows it.
 * Empty where the event is of no process below a known server.
 */
export const findAlertSigns = ({
  signs,
  event,
  eventId,
  eventIndex,
}: Pick<Alert, 'signs' | 'event' | 'eventId' | 'eventIndex'>): readonly Sign[] => {
  if (signs.length > 0) return signs;
  const [tree] = toTrees([{ id: eventId, index: eventIndex, source: event }]);
  return tree === undefined ? [] : gradeTree(tree).signs;
};
