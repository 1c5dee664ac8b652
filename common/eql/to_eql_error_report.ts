import type { Translate } from '../i18n/translate';
import type { EqlError } from './errors/eql_error';
import { toEqlErrorSentence } from './to_eql_error_sentence';

/** How much of a long line is shown on each side of the mistake, in UTF-16 units. */
const SHOWN = 60;

/** The sentence of a mistake with the line below it and carets under the place, for a font of fixed width. */
export const toEqlErrorReport = (error: EqlError, translate: Translate): string =>
  [toEqlErrorSentence(error, translate), ...toMarkedLine(error)].join('\n');

const toMarkedLine = ({ lineText, column, range }: EqlError): [string, string] => {
  const at = column - 1;
  const start = at > 2 * SHOWN ? at - SHOWN : 0;
  const end = lineText.length - start > 3 * SHOWN ? start + 3 * SHOWN : lineText.length;
  const before = lineText.slice(start, at);
  const wanted = range.end - range.start;
  const carets = '^'.repeat(Math.max(1, Math.min(wanted, end - at)));
  const cutStart = start > 0 ? '…' : '';
  const cutEnd = end < lineText.length ? '…' : '';
  // A tab stays a tab, so that the carets stand below the mistake however wide tabs are shown.
  const indent = `${cutStart}${before}`.replace(/[^\t]/g, ' ');
  return [`${cutStart}${lineText.slice(start, end)}${cutEnd}`, `${indent}${carets}`];
};
