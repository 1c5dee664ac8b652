import { setTimeout as wait } from 'node:timers/promises';

/**
 * Asks again until there is an answer. Only for what another program does in its own time.
 * @param ask answers undefined while it is not there yet
 * @throws after `seconds`, with `what` was waited for
 */
export const until = async <Value>(
  what: string,
  seconds: number,
  ask: () => Promise<Value | undefined>
): Promise<Value> => {
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    const value = await ask();
    if (value !== undefined) return value;
    await wait(500);
  }
  throw new Error(`Waited ${seconds} s in vain for ${what}.`);
};
