import type { CommandLayer, Indicator, ReadCommand } from '../command_reading';
import { findInCommand } from './find_in_command';
import { findInText, type FoundIndicator } from './find_in_text';
import { isPrivateAddress } from './is_private_address';
import { toPlainHost } from './to_plain_host';

interface Read {
  readonly layers: readonly Pick<CommandLayer, 'text'>[];
  readonly commands: readonly ReadCommand[];
  readonly limits: { readonly indicators: number };
  readonly truncate: () => void;
}

/** Indicators of all layers and of the commands in them, each once, in the first layer that holds it. */
export const findIndicators = ({
  layers,
  commands,
  limits,
  truncate,
}: Read): readonly Indicator[] => {
  const indicators = new Map<string, Indicator>();
  for (const [layer, { text }] of layers.entries()) {
    const own = commands.filter((command) => command.layer === layer);
    const expanded = own.map(({ path, args, redirections }) =>
      [path, ...args, ...redirections.map(({ target }) => target)].join('\n')
    );
    const found = [
      ...findInText(text),
      // Words that quotes or variables took apart in the text.
      ...findInText(expanded.join('\n')),
      ...own.flatMap(findInCommand),
    ];
    for (const one of found) {
      const key = `${one.kind} ${one.value}`;
      if (indicators.has(key)) continue;
      if (indicators.size >= limits.indicators) truncate();
      else indicators.set(key, toIndicator(one, layer));
    }
  }
  return [...indicators.values()];
};

const PRIVATE_NAME =
  /(?:^|\.)(?:localhost|local|internal|lan|corp|home|intranet|test|invalid|example)$/;

const toIndicator = ({ kind, value }: FoundIndicator, layer: number): Indicator => {
  switch (kind) {
    case 'ipv4':
    case 'ipv6':
      return { kind, value, isPrivate: isPrivateAddress(value), layer };
    case 'domain':
      return { kind, value, isPrivate: PRIVATE_NAME.test(value), layer };
    case 'url':
      return { kind, value, isPrivate: isPrivateHost(toHost(value)), layer };
    default:
      return { kind, value, layer };
  }
};

const isPrivateHost = (host: string): boolean => isPrivateAddress(host) || PRIVATE_NAME.test(host);

const toHost = (url: string): string => {
  const host = /^[^:]*:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)/.exec(url)?.[1] ?? '';
  return toPlainHost(host.replace(/^\[|\]$/g, ''));
};
