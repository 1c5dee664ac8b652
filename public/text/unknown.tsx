import { EuiTextColor } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';

/** Stands where the event does not say. */
export const Unknown = (): ReactElement => (
  <EuiTextColor color="subdued">
    {i18n.translate('webServerRce.text.unknown', { defaultMessage: 'unknown' })}
  </EuiTextColor>
);
