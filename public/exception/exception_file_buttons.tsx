import { EuiButtonEmpty, EuiFlexItem } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useRef, type ReactElement } from 'react';
import type { PresentRule } from '../../common/api/rule_status';
import type { ExceptionDraft } from '../../common/exception/exception';
import { parseExceptionFile, toExceptionFile } from '../../common/exception/exception_file';
import { useHost } from '../app/host';
import { saveFile } from '../text/save_file';

/** A file of as many exceptions as a rule may have is a quarter of it. */
const LARGEST_FILE = 1_000_000;

/** Writes the exceptions of a rule to a JSON file, and adds those of one. */
export const ExceptionFileButtons = ({
  rule,
  onImport,
  isBusy,
}: {
  rule: PresentRule;
  onImport: (exceptions: readonly ExceptionDraft[]) => void;
  isBusy: boolean;
}): ReactElement => {
  const { mayWrite, notify } = useHost();
  const input = useRef<HTMLInputElement>(null);
  const exceptions = rule.params.exceptions ?? [];
  const read = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const parsed =
      file.size > LARGEST_FILE
        ? { problem: `> ${LARGEST_FILE} bytes` }
        : parseExceptionFile(await file.text());
    const problem = 'problem' in parsed ? parsed.problem : findMisfit(parsed.file, rule.ruleId);
    if (problem !== undefined) {
      notify({ tone: 'danger', title: notImportedText(), text: problem });
    } else if ('file' in parsed) {
      onImport(parsed.file.exceptions.map(({ id: _id, by: _by, at: _at, ...draft }) => draft));
    }
  };
  return (
    <>
      <EuiFlexItem grow={false}>
        <EuiButtonEmpty
          size="s"
          iconType="download"
          isDisabled={exceptions.length === 0}
          onClick={() =>
            saveFile(
              `exceptions-${rule.ruleId}.json`,
              toExceptionFile(rule.ruleId, exceptions),
              'application/json'
            )
          }
          data-test-subj="webServerRceExportExceptions"
        >
          {i18n.translate('webServerRce.exceptions.export', { defaultMessage: 'Export as JSON' })}
        </EuiButtonEmpty>
      </EuiFlexItem>
      {mayWrite && (
        <EuiFlexItem grow={false}>
          <EuiButtonEmpty
            size="s"
            iconType="folderOpen"
            isLoading={isBusy}
            onClick={() => input.current?.click()}
          >
            {i18n.translate('webServerRce.exceptions.import', { defaultMessage: 'Import JSON' })}
          </EuiButtonEmpty>
          <input
            ref={input}
            type="file"
            accept="application/json,.json"
            hidden
            onChange={({ target }) => {
              void read(target.files?.[0]);
              // The same file may be chosen again.
              target.value = '';
            }}
            data-test-subj="webServerRceImportExceptions"
          />
        </EuiFlexItem>
      )}
    </>
  );
};

const findMisfit = (
  file: { readonly ruleId: string; readonly exceptions: readonly unknown[] },
  ruleId: string
): string | undefined => {
  if (file.ruleId !== ruleId) {
    return i18n.translate('webServerRce.exceptions.otherRule', {
      defaultMessage:
        'The file holds exceptions of another rule ({ruleId}). Open that rule’s page.',
      values: { ruleId: file.ruleId.slice(0, 100) },
    });
  }
  return file.exceptions.length > 0
    ? undefined
    : i18n.translate('webServerRce.exceptions.emptyFile', {
        defaultMessage: 'The file holds no exceptions.',
      });
};

const notImportedText = (): string =>
  i18n.translate('webServerRce.exceptions.notImported', {
    defaultMessage: 'The file was not imported',
  });
