import { expect, test } from 'vitest';
import { createToastBoard, type BoardToast } from './toast_board';

test('tells a subscriber what is shown, in the order it came, until it is dismissed', () => {
  const board = createToastBoard();
  board.addSuccess({ title: 'Copied' });
  const seen: (readonly BoardToast[])[] = [];
  const unsubscribe = board.subscribe((toasts) => seen.push(toasts));
  board.addDanger({ title: 'Failed', text: 'because' });
  board.dismiss(seen.at(-1)?.[0]?.id ?? '');
  unsubscribe();
  board.addWarning({ title: 'Unseen' });
  expect(seen.map((toasts) => toasts.map(({ title, color }) => `${color} ${title}`))).toEqual([
    ['success Copied'],
    ['success Copied', 'danger Failed'],
    ['danger Failed'],
  ]);
});
