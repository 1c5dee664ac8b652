import type { EqlError } from '../../../common/eql/errors/eql_error';
import { toEqlErrorReport } from '../../../common/eql/to_eql_error_report';
import { english } from '../../../common/i18n/english';
import { escapeControls } from '../../../engines/terminal';

/** What is wrong with a query, with the place marked; safe for a terminal. */
export const formatQueryMistake = (error: EqlError): string =>
  toEqlErrorReport(error, english).split('\n').map(escapeControls).join('\n');
