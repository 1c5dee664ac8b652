import { useEuiTheme } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useRef, type CSSProperties, type ReactElement } from 'react';
import type { EqlError } from '../../common/eql/errors/eql_error';
import { toEqlErrorSentence } from '../../common/eql/to_eql_error_sentence';

interface QueryBoxProps {
  readonly id: string;
  readonly query: string;
  readonly error: EqlError | undefined;
  readonly onChange: (query: string) => void;
}

/**
 * A box for an EQL query that marks a mistake where it stands. The marks are drawn by a copy of the text behind
 * the box, since a text area can't mark a part of itself; both wrap alike because they share every style that wraps.
 */
export const QueryBox = ({ id, query, error, onChange }: QueryBoxProps): ReactElement => {
  const { euiTheme } = useEuiTheme();
  const backdrop = useRef<HTMLPreElement>(null);
  const text: CSSProperties = {
    boxSizing: 'border-box',
    width: '100%',
    height: 320,
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
            color: 'transparent',
            background: euiTheme.colors.emptyShade,
          }}
        >
          <MarkedText query={query} error={error} color={euiTheme.colors.danger} />
        </pre>
        <textarea
          id={id}
          value={query}
          spellCheck={false}
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
            color: euiTheme.colors.text,
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

const MarkedText = ({
  query,
  error,
  color,
}: {
  query: string;
  error: EqlError | undefined;
  color: string;
}): ReactElement => {
  // A line break at the very end needs something behind it to count as a line.
  if (error === undefined) return <>{`${query}\n`}</>;
  const { start, end } = error.range;
  const mark = query.slice(start, end);
  return (
    <>
      {query.slice(0, start)}
      <mark
        style={{
          background: 'transparent',
          color: 'transparent',
          textDecoration: `underline wavy ${color}`,
        }}
      >
        {mark.trim() === '' ? '\u00a0' : mark}
      </mark>
      {`${query.slice(end)}\n`}
    </>
  );
};
