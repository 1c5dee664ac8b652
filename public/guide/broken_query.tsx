import { EuiCallOut, EuiCodeBlock, EuiSpacer } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { FilledGuidePart } from '../../common/guide/guide_part';
import { toVisible } from '../text/split_hidden';

/** A block of the guide that should be a query and is none: shown as it stands, with the place of the fault. */
export const BrokenQuery = ({
  part: { text, problem },
}: {
  part: Extract<FilledGuidePart, { kind: 'broken_query' }>;
}): ReactElement => (
  <>
    <EuiCallOut
      size="s"
      color="warning"
      iconType="warning"
      title={i18n.translate('webServerRce.guide.broken', {
        defaultMessage: 'A query of this guide can not be read (line {line}, column {column})',
        values: { line: problem.line, column: problem.column },
      })}
    >
      <p>{toVisible(problem.message)}</p>
      <EuiCodeBlock fontSize="s" paddingSize="s" whiteSpace="pre-wrap" isCopyable>
        {text.split('\n').map(toVisible).join('\n')}
      </EuiCodeBlock>
    </EuiCallOut>
    <EuiSpacer size="m" />
  </>
);
