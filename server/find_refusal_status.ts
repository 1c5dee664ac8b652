/** The HTTP status with which one of Kibana's clients refused: it throws a Boom error that says why. */
export const findRefusalStatus = (error: unknown): number | undefined => {
  if (!(error instanceof Error) || !('output' in error)) return undefined;
  const { output } = error as { output?: { statusCode?: number } };
  return output?.statusCode;
};
