/** Whether one of Kibana's clients refused, which it does with a Boom error that says what is not allowed. */
export const isForbidden = (error: unknown): error is Error => {
  if (!(error instanceof Error) || !('output' in error)) return false;
  const { output } = error as { output?: { statusCode?: number } };
  return output?.statusCode === 403;
};
