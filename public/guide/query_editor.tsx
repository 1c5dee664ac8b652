import {
  EuiButton,
  EuiButtonEmpty,
  EuiFlexGroup,
  EuiFlexItem,
  EuiFormRow,
  EuiSpacer,
  EuiTextArea,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import { findWrittenQueryProblem } from '../../common/osquery/written_query';
import { toWrittenQueryText } from './written_query_text';

/** A query to be changed before it runs; it is checked before it is sent. */
export const QueryEditor = ({
  sql,
  onRun,
  onCancel,
}: {
  sql: string;
  onRun: (sql: string) => void;
  onCancel: () => void;
}): ReactElement => {
  const [text, setText] = useState(sql);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const run = (): void => {
    const found = findWrittenQueryProblem(text);
    setProblem(found && toWrittenQueryText(found));
    if (found === undefined) onRun(text.trim());
  };
  return (
    <div data-test-subj="webServerRceQueryEditor">
      <EuiSpacer size="xs" />
      <EuiFormRow
        fullWidth
        label={i18n.translate('webServerRce.editor.label', { defaultMessage: 'SQL' })}
        isInvalid={problem !== undefined}
        error={problem}
      >
        <EuiTextArea
          fullWidth
          compressed
          rows={Math.min(12, Math.max(3, text.split('\n').length + 1))}
          isInvalid={problem !== undefined}
          value={text}
          spellCheck={false}
          style={{ fontFamily: 'monospace' }}
          onChange={({ target }) => setText(target.value)}
        />
      </EuiFormRow>
      <EuiSpacer size="s" />
      <EuiFlexGroup gutterSize="s" responsive={false}>
        <EuiFlexItem grow={false}>
          <EuiButton size="s" iconType="play" onClick={run}>
            {i18n.translate('webServerRce.editor.run', { defaultMessage: 'Run edited query' })}
          </EuiButton>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiButtonEmpty size="s" onClick={onCancel}>
            {i18n.translate('webServerRce.editor.cancel', { defaultMessage: 'Cancel' })}
          </EuiButtonEmpty>
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="xs" />
    </div>
  );
};
