import { getValues } from '../../../common/event/get_values';
import type { Scalar } from '../../../common/eql/values/scalar';
import { escapeJsonControls } from '../../../engines/terminal';
import type { ScannedEvent, FileMatch } from '../../../engines/scan';

/** Stands in the place of a missing event. */
const MISSING = -1;

/** The id of an event as it stands in the file; where it has none, its place. */
const toId = (event: ScannedEvent, idField: string): unknown =>
  getValues(event.source, idField)[0] ?? `${event.file}:${event.line}`;

const isSingle = ({ events, keys }: FileMatch): boolean => events.length === 1 && keys.length === 0;

/** The id of a single event, or the list of them for a sequence or a sample. */
export const toIds = (match: FileMatch, idField: string): unknown => {
  const ids = match.events.map((event) => (event === null ? MISSING : toId(event, idField)));
  return isSingle(match) ? ids[0] : ids;
};

/** One line: ids as they are if they are plain, else as JSON. */
export const formatIds = (match: FileMatch, idField: string): string => {
  const ids = toIds(match, idField);
  const isPlain = typeof ids === 'string' && /^[\x21-\x7e]+$/.test(ids);
  return isPlain ? ids : escapeJsonControls(JSON.stringify(ids));
};

/** One line: an event as it stands in the file, or `{"keys", "events"}`. What a terminal would obey is escaped. */
export const formatMatch = (match: FileMatch): string => {
  const texts = match.events.map((event) => (event === null ? 'null' : toLine(event.text ?? '')));
  if (isSingle(match)) return texts.join();
  return `{"keys":${formatKeys(match.keys)},"events":[${texts.join(',')}]}`;
};

/** Raw tabs and returns are blanks between values; within them they are always escaped. */
const toLine = (text: string): string => escapeJsonControls(text.trim().replace(/[\t\r]/g, ' '));

const formatKeys = (keys: readonly Scalar[]): string =>
  escapeJsonControls(
    `[${keys.map((key) => (typeof key === 'bigint' ? String(key) : JSON.stringify(key))).join(',')}]`
  );
