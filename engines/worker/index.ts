export { startWorker } from './start_worker';
