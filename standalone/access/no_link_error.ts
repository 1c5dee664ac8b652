/** There is no host to make a link to, or it is not the one it should be. */
export class NoLinkError extends Error {
  override readonly name = 'NoLinkError';
  readonly reason: 'no_host' | 'foreign_port';
  readonly directory: string;

  constructor(reason: NoLinkError['reason'], directory: string) {
    super(`${reason}: ${directory}`);
    this.reason = reason;
    this.directory = directory;
  }
}
