import { i18n } from '@kbn/i18n';
import type { LayerKind } from '../../common/shell';

/** How a text inside a command was come by. */
export const toLayerText = (kind: LayerKind): string => {
  switch (kind) {
    case 'argv':
      return i18n.translate('webServerRce.layer.argv', { defaultMessage: 'Command run by it' });
    case 'script':
      return i18n.translate('webServerRce.layer.script', { defaultMessage: 'Script it was given' });
    case 'substitution':
      return i18n.translate('webServerRce.layer.substitution', {
        defaultMessage: 'Command inside the command',
      });
    case 'input':
      return i18n.translate('webServerRce.layer.input', { defaultMessage: 'Input it reads' });
    case 'file':
      return i18n.translate('webServerRce.layer.file', { defaultMessage: 'Written into a file' });
    case 'base64':
    case 'base32':
    case 'hex':
    case 'url':
    case 'gzip':
    case 'zlib':
      return i18n.translate('webServerRce.layer.decoded', {
        defaultMessage: 'Decoded from {encoding}',
        values: { encoding: kind },
      });
    case 'escapes':
      return i18n.translate('webServerRce.layer.escapes', {
        defaultMessage: 'Decoded from character codes',
      });
    case 'reversed':
      return i18n.translate('webServerRce.layer.reversed', { defaultMessage: 'Read backwards' });
    case 'translated':
      return i18n.translate('webServerRce.layer.translated', {
        defaultMessage: 'With its letters changed back',
      });
  }
};
