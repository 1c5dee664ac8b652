import { i18n } from '@kbn/i18n';
import { toCaseReportMarkdown } from '../../common/report/case_report_markdown';
import type { CaseReport } from '../../common/report/case_report';

/** Kibana's limit for a comment is 30,000; the rest is for the lines around the report. */
const LONGEST_REPORT = 29_000;

/** The report as a comment of a case, below the way back to the alert. A report too long for one ends after a whole line. */
export const toCaseComment = (report: CaseReport, alertUrl: string): string => {
  const link = i18n.translate('webServerRce.case.alertLink', {
    defaultMessage: 'Open the alert in Web Server RCE',
  });
  return `[${link}](${alertUrl})\n\n${cut(toCaseReportMarkdown(report, i18n.translate))}`;
};

const cut = (report: string): string => {
  if (report.length <= LONGEST_REPORT) return report;
  const end = Math.max(report.lastIndexOf('\n', LONGEST_REPORT), 0);
  const note = i18n.translate('webServerRce.case.cut', {
    defaultMessage: 'The report is longer than a comment may be: the whole of it is at the alert.',
  });
  return `${report.slice(0, end)}\n\n**${note}**\n`;
};
