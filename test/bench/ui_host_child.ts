/**
 * The stand-alone host of `ui.bench.ts`, in a process of its own as everywhere else: `ui_host_child.ts DATA EVENTS`.
 * Prints the link that opens it, and ends when its input does.
 */
import { getPage } from '../../scripts/bundle/get_page';
import { createHost } from '../../standalone/create_host';
import { createLogger } from '../../standalone/log/create_logger';

const [dataDirectory = '', path = ''] = process.argv.slice(2);
const now = (): Date => new Date();
const host = await createHost({
  ...{ port: 0, dataDirectory, input: { kind: 'events', path }, firstRules: [] },
  ...{ locale: 'en', now, logger: createLogger({ write: () => {}, now }) },
});
const { createLink } = await host.listen(() => getPage(() => {}));
console.log(createLink());
process.stdin.on('end', () => void host.stop()).resume();
