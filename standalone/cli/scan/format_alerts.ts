import { toCommandLine } from '../../../common/alert/to_reason';
import { findText } from '../../../common/event/get_values';
import type { EventSource } from '../../../common/event/source_event';
import { findEventTime } from '../../../common/time/event_time';
import { escapeControls, escapeJsonControls, toDisplayWidth } from '../../../engines/terminal';
import type { FileAlert } from './to_file_alert';

/** One line of JSON. */
export const formatAlertLine = ({ event, fields }: FileAlert): string =>
  escapeJsonControls(JSON.stringify({ ...event.source, ...fields }));

const COLUMNS: readonly {
  readonly title: string;
  find(source: EventSource): string | undefined;
}[] = [
  { title: 'TIME', find: (source) => findEventTime(source, '@timestamp') },
  { title: 'HOST', find: (source) => findText(source, 'host.name') ?? findText(source, 'host.id') },
  { title: 'USER', find: (source) => findText(source, 'user.name') ?? findText(source, 'user.id') },
  {
    title: 'PARENT',
    find: (source) =>
      findText(source, 'process.parent.executable') ?? findText(source, 'process.parent.name'),
  },
  { title: 'PROCESS', find: (source) => findText(source, 'process.name') },
  { title: 'COMMAND LINE', find: toCommandLine },
];

/** No column but the last is wider. */
const WIDEST = 40;

/** A table for people, one alert per line; empty when there are none. */
export const formatAlertTable = (alerts: readonly FileAlert[]): string => {
  if (alerts.length === 0) return '';
  const rows = [
    COLUMNS.map(({ title }) => title),
    ...alerts.map(({ event: { source } }) =>
      COLUMNS.map(({ find }) => escapeControls(find(source) ?? '-'))
    ),
  ];
  const last = COLUMNS.length - 1;
  const widths = COLUMNS.map((_, column) =>
    rows.reduce((width, row) => Math.max(width, toDisplayWidth(shorten(row[column] ?? ''))), 0)
  );
  const toCell = (text: string, column: number): string =>
    column === last ? text : pad(shorten(text), widths[column] ?? 0);
  return rows.map((row) => `${row.map(toCell).join('  ')}\n`).join('');
};

const pad = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - toDisplayWidth(text)));

/** Cuts between characters, wide ones counting for two. */
const shorten = (text: string): string => {
  if (toDisplayWidth(text) <= WIDEST) return text;
  let shown = '';
  for (const character of text) {
    if (toDisplayWidth(shown + character) >= WIDEST) break;
    shown += character;
  }
  return `${shown}…`;
};
