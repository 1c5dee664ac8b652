// @vitest-environment jsdom
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactElement } from 'react';
import { afterEach, expect, test } from 'vitest';
import { useKeptFocus } from './use_kept_focus';

afterEach(cleanup);

const Page = (): ReactElement => {
  useKeptFocus();
  const [isGone, setGone] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const wait = (): void => {
    setBusy(true);
    setTimeout(() => setBusy(false), 20);
  };
  return (
    <main>
      <section aria-label="around">
        {!isGone && (
          <p>
            <button onClick={() => setTimeout(() => setGone(true), 5)}>Leave</button>
          </p>
        )}
        <button disabled={isBusy} onClick={wait}>
          Wait
        </button>
      </section>
      <p>Nothing to do here</p>
    </main>
  );
};

const getFocused = (): string | null | undefined =>
  document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent;

test('gives the focus of a button that goes away to what stood around it, from where Tab goes on', async () => {
  const user = userEvent.setup();
  render(<Page />);
  screen.getByText('Leave').focus();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(screen.queryByText('Leave')).toBeNull());
  await waitFor(() => expect(getFocused()).toBe('around'));
  await user.tab();
  expect(getFocused()).toBe('Wait');
});

test('gives the focus back to a button that could not be used for a while', async () => {
  const user = userEvent.setup();
  render(<Page />);
  screen.getByText('Wait').focus();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(screen.getByText('Wait')).toHaveProperty('disabled', true));
  // A browser takes the focus from what can't be used; jsdom leaves it there.
  screen.getByText('Wait').blur();
  await waitFor(() => expect(getFocused()).toBe('Wait'));
});

test('goes on below where a popover and the button that opened it go away together', async () => {
  const user = userEvent.setup();
  render(<Page />);
  const popover = document.createElement('div');
  popover.innerHTML = '<button>Save</button>';
  document.body.append(popover);
  screen.getByText('Leave').focus();
  await user.keyboard('{Enter}');
  screen.getByText('Save').focus();
  await waitFor(() => expect(screen.queryByText('Leave')).toBeNull());
  popover.remove();
  await waitFor(() => expect(getFocused()).toBe('around'));
});

test('leaves the focus nowhere where the reader clicked on nothing', async () => {
  const user = userEvent.setup();
  render(<Page />);
  screen.getByText('Leave').focus();
  await user.keyboard('{Enter}');
  await user.click(screen.getByText('Nothing to do here'));
  await waitFor(() => expect(screen.queryByText('Leave')).toBeNull());
  expect(document.activeElement).toBe(document.body);
});
