import { EuiFieldText, useEuiTheme } from '@elastic/eui';
import type { ReactElement } from 'react';

/**
 * A moment in local time, by the browser's own input: it speaks the reader's language. The browser draws its calendar too, and
 * has to be told that it stands on dark.
 */
export const LocalMomentField = ({
  value,
  onChange,
  testId,
  step,
  ...rest
}: {
  value: string;
  onChange: (value: string) => void;
  testId: string;
  /** Seconds; without it, whole minutes. */
  step?: number;
  compressed?: boolean;
}): ReactElement => {
  const { colorMode } = useEuiTheme();
  return (
    <EuiFieldText
      {...rest}
      {...{ type: 'datetime-local', step }}
      style={{ colorScheme: colorMode === 'DARK' ? 'dark' : 'light' }}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      data-test-subj={testId}
    />
  );
};
