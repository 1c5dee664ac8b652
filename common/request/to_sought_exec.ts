import type { Alert } from '../alert/alert';
import { toProcessStart } from '../detection';
import { readCommand, readCommandLine, type CommandReading } from '../shell';
import type { SoughtExec } from './rank_requests';
import { withoutAbsent } from './without_absent';

/** What of an alert its request is looked for by: its event, and what an attacker ran below that. */
export const toSoughtExec = ({
  event,
  eventId,
  eventIndex,
  eventTime,
  tellingCommand,
}: Pick<
  Alert,
  'event' | 'eventId' | 'eventIndex' | 'eventTime' | 'tellingCommand'
>): SoughtExec => {
  const start = toProcessStart({ id: eventId, index: eventIndex, source: event });
  const readings: CommandReading[] = [
    ...(start ? [readCommand(start.args)] : []),
    ...(tellingCommand === undefined ? [] : [readCommandLine(tellingCommand)]),
  ];
  const texts = readings.flatMap(({ layers }) => layers.map(({ text }) => text));
  const { workingDirectory, executable } = start ?? {};
  return { time: Date.parse(eventTime), texts, ...withoutAbsent({ workingDirectory, executable }) };
};
