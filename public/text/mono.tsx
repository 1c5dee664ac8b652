import { useEuiTheme } from '@elastic/eui';
import type { ReactElement, ReactNode } from 'react';

/** Names and values of a machine inside a sentence: monospaced, without the loud colours of EUI's own code. */
export const Mono = ({
  children,
  strong = false,
}: {
  children: ReactNode;
  strong?: boolean;
}): ReactElement => {
  const { euiTheme } = useEuiTheme();
  return (
    <code
      style={{
        fontFamily: euiTheme.font.familyCode,
        fontSize: '0.92em',
        fontWeight: strong ? 700 : 'inherit',
        color: strong ? 'inherit' : euiTheme.colors.subduedText,
      }}
    >
      {children}
    </code>
  );
};
