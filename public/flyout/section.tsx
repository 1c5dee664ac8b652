import { EuiSpacer, EuiTitle } from '@elastic/eui';
import type { ReactElement, ReactNode } from 'react';

/** A titled part of a tab. */
export const Section = ({
  title,
  children,
}: {
  title: string;
  children: ReactNode;
}): ReactElement => (
  <section aria-label={title}>
    <EuiSpacer size="l" />
    <EuiTitle size="xs">
      <h3>{title}</h3>
    </EuiTitle>
    <EuiSpacer size="s" />
    {children}
  </section>
);
