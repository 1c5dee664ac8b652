import { EuiCodeBlock, useEuiTheme } from '@elastic/eui';
import type { ReactElement } from 'react';

/** From here on a text is folded, with a button to see it on the whole screen. */
const LONG = 600;

/**
 * What was run, whole and monospaced. EUI's block of code mixes the colours of every language anew for each text it draws, which
 * is slow in older Kibana: only what has to be folded is worth it.
 */
export const CommandText = ({
  text,
  testSubject,
}: {
  /** Nothing in it is hidden from the reader. */
  text: string;
  testSubject?: string;
}): ReactElement => {
  const { euiTheme } = useEuiTheme();
  return text.length > LONG ? (
    <EuiCodeBlock
      fontSize="s"
      paddingSize="s"
      whiteSpace="pre-wrap"
      overflowHeight={200}
      style={{ overflowWrap: 'anywhere' }}
      {...(testSubject !== undefined && { 'data-test-subj': testSubject })}
    >
      {text}
    </EuiCodeBlock>
  ) : (
    <pre
      style={{
        padding: euiTheme.size.s,
        whiteSpace: 'pre-wrap',
        overflowWrap: 'anywhere',
        fontFamily: euiTheme.font.familyCode,
        fontSize: 12,
        lineHeight: 1.6,
        border: euiTheme.border.thin,
      }}
      {...(testSubject !== undefined && { 'data-test-subj': testSubject })}
    >
      <code>{text}</code>
    </pre>
  );
};
