import { EuiAccordion, EuiText, useEuiTheme, useGeneratedHtmlId } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { Fragment, type CSSProperties, type ReactElement } from 'react';
import type { Clause } from '../../../common/eql/explain/clause';
import { CopyButton } from '../../text/copy_button';
import { markQuery, type QueryPiece } from './mark_query';

/** The rule's query with the parts marked that the event met. */
export const MarkedQuery = ({
  query,
  clauses,
}: {
  query: string;
  clauses: readonly Clause[];
}): ReactElement => {
  const { euiTheme } = useEuiTheme();
  const id = useGeneratedHtmlId({ prefix: 'query' });
  const styles: Record<NonNullable<QueryPiece['mark']>, CSSProperties> = {
    met: {
      background: 'transparent',
      color: euiTheme.colors.successText,
      fontWeight: 700,
      borderBottom: `2px solid ${euiTheme.colors.success}`,
    },
    failed: {
      background: 'transparent',
      color: euiTheme.colors.dangerText,
      borderBottom: `2px dotted ${euiTheme.colors.danger}`,
    },
  };
  return (
    <EuiAccordion
      id={id}
      paddingSize="s"
      buttonContent={
        <EuiText size="xs">
          {i18n.translate('webServerRce.why.query', {
            defaultMessage: 'The whole query, with what this event met',
          })}
        </EuiText>
      }
      extraAction={<CopyButton toText={() => query} />}
    >
      <pre
        style={{
          whiteSpace: 'pre-wrap',
          overflowWrap: 'anywhere',
          fontFamily: euiTheme.font.familyCode,
          fontSize: 12,
          lineHeight: 1.6,
        }}
        data-test-subj="webServerRceMarkedQuery"
      >
        {markQuery(query, clauses).map(({ text, mark }, index) =>
          mark === undefined ? (
            <Fragment key={index}>{text}</Fragment>
          ) : (
            <mark key={index} style={styles[mark]}>
              {text}
            </mark>
          )
        )}
      </pre>
    </EuiAccordion>
  );
};
