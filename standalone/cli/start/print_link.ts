import { createFreshLink } from '../../access/create_fresh_link';
import { print } from './print';

/** Prints a new link to the host that works with a data directory, and nothing else: it can be piped. */
export const printLink = async ({ dataDirectory }: { dataDirectory: string }): Promise<void> =>
  print(await createFreshLink(dataDirectory, new Date()));
