/** Another process has the store. */
export class StoreTakenError extends Error {
  override readonly name = 'StoreTakenError';
  readonly directory: string;
  readonly pid: number;

  constructor(directory: string, pid: number) {
    super(`${directory} is used by process ${pid}`);
    this.directory = directory;
    this.pid = pid;
  }
}
