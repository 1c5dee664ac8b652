import { EuiFieldText } from '@elastic/eui';
import type { ReactElement } from 'react';

/** A moment to the minute in local time, by the browser's own input: it speaks the reader's language. */
export const LocalMomentField = ({
  value,
  onChange,
  testId,
  ...rest
}: {
  value: string;
  onChange: (value: string) => void;
  testId: string;
}): ReactElement => (
  <EuiFieldText
    {...rest}
    {...{ type: 'datetime-local' }}
    value={value}
    onChange={({ target }) => onChange(target.value)}
    data-test-subj={testId}
  />
);
