import type { EventSource } from '../../../common/event/source_event';

/** What a line of NDJSON is: an event, nothing, or a mistake. */
export type ParsedLine =
  | { readonly kind: 'event'; readonly source: EventSource }
  | { readonly kind: 'blank' }
  | { readonly kind: 'wrong'; readonly reason: string };

/** Reads a whole line as `JSON.parse` does, which is the measure of everything faster. */
export const parseEventLine = (text: string): ParsedLine => {
  if (/^[ \t\r]*$/.test(text)) return { kind: 'blank' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The engine's own message quotes the line, which may hold anything.
    return { kind: 'wrong', reason: 'not valid JSON' };
  }
  if (isObject(value)) return { kind: 'event', source: value };
  return { kind: 'wrong', reason: 'JSON, but no object' };
};

const isObject = (value: unknown): value is EventSource =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
