import { EuiCodeBlock } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { CopyButton } from '../text/copy_button';
import { Fold } from '../text/fold';
import { toVisible } from '../text/split_hidden';

/** SQL behind a fold. It is copied exactly; on the screen hidden characters are shown by their codes. */
export const SqlBlock = ({
  sql,
  title = sqlTitle(),
}: {
  sql: string;
  title?: string;
}): ReactElement => (
  <Fold
    title={title}
    action={
      <CopyButton
        toText={() => sql}
        label={i18n.translate('webServerRce.sql.copy', { defaultMessage: 'Copy SQL' })}
      />
    }
    draw={() => (
      <EuiCodeBlock
        language="sql"
        fontSize="s"
        paddingSize="s"
        whiteSpace="pre-wrap"
        style={{ overflowWrap: 'anywhere' }}
        overflowHeight={240}
        data-test-subj="webServerRceSql"
      >
        {sql.split('\n').map(toVisible).join('\n')}
      </EuiCodeBlock>
    )}
  />
);

const sqlTitle = (): string =>
  i18n.translate('webServerRce.sql.title', { defaultMessage: 'SQL that is run' });
