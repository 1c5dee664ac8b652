/** The query thread: SQLite over the tables of this machine or of a recorded one, one query at a time. */
import { parentPort, workerData } from 'node:worker_threads';
import { createMachine } from '../machine';
import { toRecordedTables } from './recorded/to_recorded_tables';
import { createSqlEngine } from './sqlite/create_sql_engine';
import { ALL_TABLES } from './tables/all_tables';
import type { WorkerQuery, WorkerReply, WorkerStart } from './worker_message';

const port = parentPort;
if (!port) throw new Error('osquery_worker runs in a worker thread only');
const reply = (message: WorkerReply): void => port.postMessage(message);

// A file that can't be read is an exception, of which most of the cost is a stack trace nobody sees.
Error.stackTraceLimit = 0;

const { roots, recorded }: WorkerStart = workerData.data;
const tables = recorded ? toRecordedTables(recorded.recording, recorded.timeShift) : ALL_TABLES;
const engine = await createSqlEngine(tables, () => createMachine(roots));
port.on('message', ({ sql, limits }: WorkerQuery) => {
  reply({ kind: 'done', outcome: engine.run(sql, limits) });
});
reply({ kind: 'ready' });
