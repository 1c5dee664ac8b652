/** How often alerting is asked whether the run was cancelled. */
const POLL_MS = 500;

/**
 * An abort signal that follows `shouldStopExecution`: alerting passes no signal of its own to `eql.search`,
 * so a timed-out rule would leave its search running. Call `release` when the run is over.
 */
export const createStopSignal = (
  shouldStop: () => boolean
): { signal: AbortSignal; release: () => void } => {
  const controller = new AbortController();
  const timer = setInterval(() => {
    if (shouldStop()) controller.abort();
  }, POLL_MS);
  return { signal: controller.signal, release: () => clearInterval(timer) };
};
