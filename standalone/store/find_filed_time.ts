import type { SourceEvent } from '../../common/event/source_event';
import { findEventTime } from '../../common/time/event_time';

/** As `Date.prototype.toISOString` writes it, which is how most events come. */
const PLAIN = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

let lastText = '';
let lastTime = NaN;

/** The moment an event is filed under: its `@timestamp` in epoch milliseconds, rounded down; undefined where that is no date. */
export const findFiledTime = ({ source }: SourceEvent): number | undefined => {
  const value = source['@timestamp'];
  // In a busy log many events share their moment.
  if (value === lastText) return lastTime;
  const text =
    typeof value === 'string' && PLAIN.test(value) ? value : findEventTime(source, '@timestamp');
  const time = text === undefined ? NaN : Date.parse(text);
  if (Number.isNaN(time)) return undefined;
  if (text !== undefined && text === value) {
    lastText = text;
    lastTime = time;
  }
  return time;
};
