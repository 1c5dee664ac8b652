import { existsSync } from 'node:fs';
import { createAccessCode } from './access_code';
import { findAccessFile } from './access_file';
import { findListenerOwner } from './find_socket_owner';
import { NoLinkError } from './no_link_error';
import { toLink } from './to_link';

/**
 * A link to the host that works with a data directory, made from its access file.
 * @throws NoLinkError where none runs, or where another user's program has taken its port since: the link would lead there
 */
export const createFreshLink = async (directory: string, now: Date): Promise<string> => {
  const access = await findAccessFile(directory);
  if (!access) throw new NoLinkError('no_host', directory);
  const listener = findListenerOwner(Number(new URL(access.url).port));
  // Without the kernel's table nobody can tell whose a port is.
  if (listener === undefined && existsSync('/proc/net/tcp')) {
    throw new NoLinkError('no_host', directory);
  }
  if (listener !== undefined && listener !== access.owner) {
    throw new NoLinkError('foreign_port', directory);
  }
  return toLink(access.url, createAccessCode(access.token, now));
};
