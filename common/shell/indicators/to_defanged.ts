import type { Indicator } from '../command_reading';

/**
 * An indicator as it is put into a message: `hxxp://evil[.]example/x`, so that nobody opens it by a click and no mail
 * filter drops it.
 */
export const toDefanged = ({ kind, value }: Pick<Indicator, 'kind' | 'value'>): string => {
  switch (kind) {
    case 'url':
      return defangUrl(value);
    case 'ipv4':
    case 'domain':
      return value.replace(/\./g, '[.]');
    case 'ipv6':
      return value.replace(/:/g, '[:]');
    case 'email':
      return value.replace(/@/g, '[@]').replace(/\./g, '[.]');
    default:
      return value;
  }
};

const defangUrl = (url: string): string => {
  const [, scheme = '', host = '', rest = ''] = /^([^:]*:\/\/)([^/?#]*)([^]*)$/.exec(url) ?? [];
  if (scheme === '') return url.replace(/\./g, '[.]');
  const shown = scheme.replace(/^http/i, 'hxxp').replace(/^ftp/i, 'fxp');
  return `${shown}${host.replace(/\./g, '[.]').replace(/@/g, '[@]')}${rest}`;
};
