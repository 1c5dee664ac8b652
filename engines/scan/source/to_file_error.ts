/** What went wrong with the file at `path`, which the errors of reading and unpacking leave out; their code stays. */
export const toFileError = (path: string, cause: unknown): Error => {
  if (!(cause instanceof Error)) return new Error(`${path}: ${String(cause)}`);
  if ('path' in cause) return cause;
  const error = new Error(`${path}: ${cause.message}`, { cause });
  return Object.assign(error, { path, ...('code' in cause && { code: cause.code }) });
};
