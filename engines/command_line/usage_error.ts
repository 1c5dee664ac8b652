/** The command line can't be followed. The message is the sentence that whoever typed it reads. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
