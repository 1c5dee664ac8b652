import { EuiAccordion, EuiText, useGeneratedHtmlId } from '@elastic/eui';
import { useState, type ReactElement, type ReactNode } from 'react';

/** What few readers look at, behind its title. It is drawn once it is opened: a guide has many, and each takes its time. */
export const Fold = ({
  title,
  titleSize = 'xs',
  action,
  draw,
}: {
  title: string;
  titleSize?: 'xs' | 's';
  /** Stands beside the title. */
  action?: ReactNode;
  draw: () => ReactElement;
}): ReactElement => {
  const id = useGeneratedHtmlId({ prefix: 'fold' });
  const [isDrawn, setDrawn] = useState(false);
  return (
    <EuiAccordion
      id={id}
      paddingSize={titleSize === 'xs' ? 'none' : 's'}
      onToggle={() => setDrawn(true)}
      buttonContent={<EuiText size={titleSize}>{title}</EuiText>}
      extraAction={action}
    >
      {isDrawn && draw()}
    </EuiAccordion>
  );
};
