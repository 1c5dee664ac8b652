import { EuiBadge, EuiToolTip } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { SignKind } from '../../../common/detection';
import { toSignKindText } from './sign_kind_text';

/** The first kinds of signs as badges; the tooltip of the last badge names the others. */
export const SignBadges = ({
  kinds,
  most,
}: {
  kinds: readonly SignKind[];
  most: number;
}): ReactElement => {
  const more = kinds.slice(most);
  return (
    <>
      {kinds.slice(0, most).map((kind) => (
        <EuiBadge key={kind} color="hollow" style={{ flexShrink: 0 }}>
          {toSignKindText(kind)}
        </EuiBadge>
      ))}
      {more.length > 0 && (
        <EuiToolTip content={more.map(toSignKindText).join(', ')}>
          <EuiBadge color="hollow" tabIndex={0}>
            +{more.length}
          </EuiBadge>
        </EuiToolTip>
      )}
    </>
  );
};
