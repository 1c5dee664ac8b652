import { vi } from 'vitest';

/** Lists of choices draw as many as have room, and in jsdom nothing has any; undone by `vi.restoreAllMocks`. */
export const giveElementsRoom = (): void => {
  const room = new DOMRect(0, 0, 300, 300);
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(room);
};
