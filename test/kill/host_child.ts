import { statSync } from 'node:fs';
import { createHost } from '../../standalone/create_host';
import { createLogger } from '../../standalone/log/create_logger';

/**
 * A host in a process of its own that follows an audit log at full speed until it is killed. Says `started` when it works and
 * `caught up` when everything in the log is stored and searched.
 */
const [dataDirectory = '', path = ''] = process.argv.slice(2);
const now = (): Date => new Date();
const { store } = await createHost({
  port: 0,
  dataDirectory,
  input: { kind: 'audit_log', path },
  locale: 'en',
  firstRules: ['seed'],
  now,
  logger: createLogger({ write: (line) => void process.stderr.write(`${line}\n`), now }),
});
process.stdout.write('started\n');

const timer = setInterval(() => {
  const position = store.events.findPosition(path) as { offset: number } | undefined;
  if (position?.offset !== statSync(path).size || store.events.listArrivals().length > 0) return;
  process.stdout.write('caught up\n');
  clearInterval(timer);
}, 50);
