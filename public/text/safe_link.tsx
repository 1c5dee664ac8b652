import { EuiLink } from '@elastic/eui';
import type { ReactElement, ReactNode } from 'react';

/** A link out of the app. An address from a stored alert that is none of the web stays text. */
export const SafeLink = ({ url, children }: { url: string; children: ReactNode }): ReactElement =>
  /^https?:\/\//i.test(url) ? (
    <EuiLink href={url} target="_blank">
      {children}
    </EuiLink>
  ) : (
    <>{children}</>
  );
