import { expect, test } from 'vitest';
import type { EventInput } from '../../standalone/sources/event_input';
import { addEvents } from '../add_events';
import { createTemporaryStore } from '../temporary_store';

/** An input of three events, and how a fourth comes in. */
export interface FedInput {
  readonly input: EventInput;
  append(): Promise<void>;
}

/** What every input of events must do, those that end and those that are followed. */
export const eventInputContract = (createInput: () => Promise<FedInput>): void => {
  /** Stores what the input gives until there are so many events. @returns how many were given */
  const readUntil = async (
    input: EventInput,
    { events }: Awaited<ReturnType<typeof createTemporaryStore>>,
    most: number
  ): Promise<number> => {
    const stopping = new AbortController();
    let given = 0;
    for await (const batch of input.read(
      (source) => events.findPosition(source),
      stopping.signal
    )) {
      given += batch.events.length;
      await addEvents(events, batch);
      let stored = 0;
      for await (const part of events.readNewest()) stored += part.events.length;
      expect(stored).toBeLessThanOrEqual(most);
      if (stored === most) stopping.abort();
    }
    return given;
  };

  test('gives all its events, and ends when it is told to', async () => {
    const { input } = await createInput();
    expect(await readUntil(input, await createTemporaryStore(), 3)).toBe(3);
  });

  test('read again, gives what is new, and what is stored already not at all or as what may be', async () => {
    const { input, append } = await createInput();
    const store = await createTemporaryStore();
    await readUntil(input, store, 3);
    await append();
    expect(await readUntil(input, store, 4)).toBeGreaterThanOrEqual(1);
  });

  test('gives nothing to who is no longer listening', async () => {
    const { input } = await createInput();
    let given = 0;
    for await (const { events } of input.read(() => undefined, AbortSignal.abort()))
      given += events.length;
    expect(given).toBe(0);
  });
};
