import { EuiButton, EuiButtonEmpty, EuiFlexGroup, EuiFlexItem, EuiToolTip } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useEffect, type ReactElement } from 'react';
import type { Alert } from '../../common/alert/alert';
import { toCaseReportMarkdown } from '../../common/report/case_report_markdown';
import { isPlainKeyInDialog } from '../flyout/is_plain_key_in_dialog';
import { saveTextFile } from '../text/save_text_file';
import { useCopy } from '../text/use_copy';
import { useCaseReport } from './use_case_report';

/** The whole case for a ticket: copied as Markdown by a button or the key `r`, or saved as Markdown or JSON. */
export const ReportButtons = ({ alert }: { alert: Alert }): ReactElement => {
  const copy = useCopy();
  const getReport = useCaseReport(alert);
  useEffect(() => {
    const handle = (event: KeyboardEvent): void => {
      if (getReport !== undefined && event.key === 'r' && isPlainKeyInDialog(event)) {
        copy(toCaseReportMarkdown(getReport(), i18n.translate));
      }
    };
    window.addEventListener('keydown', handle);
    return () => window.removeEventListener('keydown', handle);
  }, [copy, getReport]);
  const isLoading = getReport === undefined;
  const name = `alert-${alert.id.replace(/[^\w-]/g, '_').slice(0, 60)}`;
  return (
    <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} wrap>
      <EuiFlexItem grow={false}>
        <EuiToolTip
          content={i18n.translate('webServerRce.report.key', { defaultMessage: 'Key r' })}
        >
          <EuiButton
            size="s"
            iconType="copy"
            isLoading={isLoading}
            onClick={() => getReport && copy(toCaseReportMarkdown(getReport(), i18n.translate))}
            data-test-subj="webServerRceCopyReport"
          >
            {i18n.translate('webServerRce.report.copy', { defaultMessage: 'Copy report' })}
          </EuiButton>
        </EuiToolTip>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiButtonEmpty
          size="s"
          iconType="download"
          isDisabled={isLoading}
          onClick={() =>
            getReport &&
            saveTextFile(
              `${name}.md`,
              'text/markdown',
              toCaseReportMarkdown(getReport(), i18n.translate)
            )
          }
        >
          Markdown
        </EuiButtonEmpty>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiButtonEmpty
          size="s"
          iconType="download"
          isDisabled={isLoading}
          onClick={() =>
            getReport &&
            saveTextFile(`${name}.json`, 'application/json', JSON.stringify(getReport(), null, 2))
          }
        >
          JSON
        </EuiButtonEmpty>
      </EuiFlexItem>
    </EuiFlexGroup>
  );
};
