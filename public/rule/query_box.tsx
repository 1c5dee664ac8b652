import { useEuiTheme } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useRef, type CSSProperties, type ReactElement } from 'react';
import type { EqlError } from '../../common/eql/errors/eql_error';
import { toEqlErrorSentence } from '../../common/eql/to_eql_error_sentence';
import { HighlightedQuery } from './highlighted_query';

interface QueryBoxProps {
  readonly id: string;
  /** In pixels. */
  readonly height?: number;
  readonly query: string;
  readonly error: EqlError | undefined;
  readonly isDisabled?: boolean;
  readonly onChange: (query: string) => void;
}

/**
 * A box for an EQL query, in colours and with a mistake marked where it stands. Both are drawn by a copy of the text behind
 * the box, since a text area has one colour; both wrap alike because they share every style that wraps.
 */
export const QueryBox = ({
  id,
  query,
  error,
  onChange,
  isDisabled = false,
  height = 320,
}: QueryBoxProps): ReactElement => {
  const { euiTheme } = useEuiTheme();
  const backdrop = useRef<HTMLPreElement>(null);
  const text: CSSProperties = {
    boxSizing: 'border-box',
    width: '100%',
    height,
    margin: 0,
    padding: 12,
    border: `1px solid ${error ? euiTheme.colors.danger : euiTheme.colors.mediumShade}`,
    borderRadius: 6,
    overflowY: 'scroll',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontFamily: euiTheme.font.familyCode,
    fontSize: 13,
    lineHeight: '20px',
    letterSpacing: 'normal',
  };
  const messageId = `${id}-problem`;
  return (
    <>
      <div style={{ position: 'relative' }}>
        <pre
          ref={backdrop}
          aria-hidden
          style={{
            ...text,
            position: 'absolute',
            inset: 0,
            background: euiTheme.colors.emptyShade,
          }}
        >
          <HighlightedQuery query={query} mistake={error?.range} />
          {/* A line break at the very end needs something behind it to count as a line. */}
          {'\n'}
        </pre>
        <textarea
          id={id}
          value={query}
          spellCheck={false}
          readOnly={isDisabled}
          aria-invalid={error !== undefined}
          aria-describedby={error && messageId}
          onChange={(event) => onChange(event.target.value)}
          onScroll={({ currentTarget }) => {
            if (backdrop.current) backdrop.current.scrollTop = currentTarget.scrollTop;
          }}
          style={{
            ...text,
            position: 'relative',
            display: 'block',
            resize: 'none',
            background: 'transparent',
            // Read from the copy behind; marked text and the cursor stay the box's own.
            color: 'transparent',
            WebkitTextFillColor: 'transparent',
            caretColor: euiTheme.colors.text,
          }}
          data-test-subj="webServerRceQueryBox"
        />
      </div>
      <p
        id={messageId}
        aria-live="polite"
        style={{ color: euiTheme.colors.dangerText, fontSize: 12, marginTop: 6 }}
        data-test-subj="webServerRceQueryProblem"
      >
        {error && toEqlErrorSentence(error, i18n.translate)}
      </p>
    </>
  );
};
