import { findText, getValues } from '../event/get_values';
import type { EventSource } from '../event/source_event';
import { findEventTime } from '../time/event_time';
import type { StoryActivity } from './story';

/** @returns undefined for an event that is neither of a file nor of a connection, or names neither */
export const toActivity = (source: EventSource): StoryActivity | undefined => {
  const categories = getValues(source, 'event.category');
  const kind = categories.includes('network') ? 'network' : 'file';
  if (kind === 'file' && !categories.includes('file')) return undefined;
  const target = kind === 'network' ? toDestination(source) : findText(source, 'file.path');
  const time = findEventTime(source, '@timestamp');
  if (target === undefined || time === undefined) return undefined;
  return { kind, time, action: findText(source, 'event.action') ?? kind, target };
};

/** `203.0.113.9:443`, `[2001:db8::1]:443`; a name that was looked up stands for its address. */
const toDestination = (source: EventSource): string | undefined => {
  const address = findText(source, 'destination.ip') ?? findText(source, 'destination.address');
  if (address === undefined) return findText(source, 'dns.question.name');
  const port = findText(source, 'destination.port');
  if (port === undefined) return address;
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
};
