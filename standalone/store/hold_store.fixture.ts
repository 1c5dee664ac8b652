/** A process that has a store open until it is ended. */
import { openStore } from './open_store';

const store = await openStore(process.argv[2] ?? '');
process.stdout.write('open\n');
setInterval(() => store, 1000);
