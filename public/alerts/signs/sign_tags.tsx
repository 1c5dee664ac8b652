import { EuiToolTip } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { SignKind } from '../../../common/detection';
import { toSignKindText } from './sign_kind_text';
import { SignTag } from './sign_tag';

/** The first kinds of signs as tags; the tooltip of the last one names the others. */
export const SignTags = ({
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
        <SignTag key={kind}>{toSignKindText(kind)}</SignTag>
      ))}
      {more.length > 0 && (
        <EuiToolTip content={more.map(toSignKindText).join(', ')}>
          <SignTag tabIndex={0}>+{more.length}</SignTag>
        </EuiToolTip>
      )}
    </>
  );
};
