import { i18n } from '@kbn/i18n';
import type { SignKind } from '../../../common/detection';

/** What signs of a kind are about, short enough for a badge. */
export const toSignKindText = (kind: SignKind): string => TEXTS[kind]();

const TEXTS: Readonly<Record<SignKind, () => string>> = {
  shell: () => i18n.translate('webServerRce.signKind.shell', { defaultMessage: 'Remote shell' }),
  download: () => i18n.translate('webServerRce.signKind.download', { defaultMessage: 'Download' }),
  staging: () =>
    i18n.translate('webServerRce.signKind.staging', { defaultMessage: 'Staged program' }),
  dropper: () =>
    i18n.translate('webServerRce.signKind.dropper', { defaultMessage: 'Written to web root' }),
  secrets: () => i18n.translate('webServerRce.signKind.secrets', { defaultMessage: 'File read' }),
  by_hand: () => i18n.translate('webServerRce.signKind.byHand', { defaultMessage: 'By hand' }),
  discovery: () =>
    i18n.translate('webServerRce.signKind.discovery', { defaultMessage: 'Discovery' }),
  privileges: () =>
    i18n.translate('webServerRce.signKind.privileges', { defaultMessage: 'Privileges' }),
  sending: () => i18n.translate('webServerRce.signKind.sending', { defaultMessage: 'Data sent' }),
  persistence: () =>
    i18n.translate('webServerRce.signKind.persistence', { defaultMessage: 'Persistence' }),
  traces: () =>
    i18n.translate('webServerRce.signKind.traces', { defaultMessage: 'Traces removed' }),
  web_shell: () =>
    i18n.translate('webServerRce.signKind.webShell', { defaultMessage: 'Web shell' }),
  code: () => i18n.translate('webServerRce.signKind.code', { defaultMessage: 'Code run' }),
  hiding: () => i18n.translate('webServerRce.signKind.hiding', { defaultMessage: 'Obfuscation' }),
  abuse: () => i18n.translate('webServerRce.signKind.abuse', { defaultMessage: 'Abuse' }),
};
