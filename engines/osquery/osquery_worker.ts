/** The query thread: SQLite over this machine's tables, one query at a time. */
import { parentPort, workerData } from 'node:worker_threads';
import { createMachine } from '../machine';
import { createSqlEngine } from './sqlite/create_sql_engine';
import { ALL_TABLES } from './tables/all_tables';
import type { WorkerQuery, WorkerReply, WorkerStart } from './worker_message';

const port = parentPort;
if (!port) throw new Error('osquery_worker runs in a worker thread only');
const reply = (message: WorkerReply): void => port.postMessage(message);

// A file that can't be read is an exception, of which most of the cost is a stack trace nobody sees.
Error.stackTraceLimit = 0;

const { roots }: WorkerStart = workerData.data;
const engine = await createSqlEngine(ALL_TABLES, () => createMachine(roots));
port.on('message', ({ sql, limits }: WorkerQuery) => {
  reply({ kind: 'done', outcome: engine.run(sql, limits) });
});
reply({ kind: 'ready' });
