import { toProcessStart } from '../detection';
import type { SourceEvent } from '../event/source_event';
import { readCommand } from '../shell';
import type { SoughtExec } from './rank_requests';
import { withoutAbsent } from './without_absent';

/**
 * What of an alert's event its request is looked for by.
 * @param time of the event where it is not the start of a program, in milliseconds since 1970
 */
export const toSoughtExec = (event: SourceEvent, time: number): SoughtExec => {
  const start = toProcessStart(event);
  const texts = start ? readCommand(start.args).layers.map(({ text }) => text) : [];
  const { workingDirectory, executable } = start ?? {};
  return { time, texts, ...withoutAbsent({ workingDirectory, executable }) };
};
