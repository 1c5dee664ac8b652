import { i18n } from '@kbn/i18n';
import type { Concern } from '../../../common/osquery/results/rank_rows';

/** Why a row concerns the alert, in a word. */
export const toConcernWord = (concern: Concern): string => CONCERN_WORDS[concern]();

const CONCERN_WORDS: Readonly<Record<Concern, () => string>> = {
  process: () => i18n.translate('webServerRce.concern.process', { defaultMessage: 'process' }),
  file: () => i18n.translate('webServerRce.concern.file', { defaultMessage: 'file' }),
  address: () =>
    i18n.translate('webServerRce.concern.address', { defaultMessage: 'address it names' }),
  port: () => i18n.translate('webServerRce.concern.port', { defaultMessage: 'port it names' }),
  public_address: () =>
    i18n.translate('webServerRce.concern.publicAddress', { defaultMessage: 'public address' }),
  new_listener: () =>
    i18n.translate('webServerRce.concern.newListener', {
      defaultMessage: 'not seen on this host before',
    }),
  recent_listener: () =>
    i18n.translate('webServerRce.concern.recentListener', {
      defaultMessage: 'new on this host since the day before',
    }),
  recent_program: () =>
    i18n.translate('webServerRce.concern.recentProgram', {
      defaultMessage: 'program started since the day before',
    }),
  user: () => i18n.translate('webServerRce.concern.user', { defaultMessage: 'user' }),
};
