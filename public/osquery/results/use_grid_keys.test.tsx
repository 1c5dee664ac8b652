// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { afterEach, expect, test } from 'vitest';
import { useGridKeys } from './use_grid_keys';

afterEach(cleanup);

/** Cells named by row and column; an empty one holds no button. */
const Grid = ({ rows }: { rows: readonly (readonly string[])[] }): ReactElement => {
  const grid = useGridKeys();
  const [head = [], ...body] = rows;
  const toButton = (name: string): ReactElement => (name === '' ? <i /> : <button>{name}</button>);
  return (
    <>
      <div ref={grid}>
        <table>
          <thead>
            <tr>
              {head.map((name) => (
                <th key={name}>{toButton(name)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {body.map((cells) => (
              <tr key={cells.join()}>
                {cells.map((name, column) => (
                  <td key={column}>{toButton(name)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <button>after</button>
    </>
  );
};

const ROWS = [
  ['h0', 'h1', 'h2'],
  ['a0', '', 'a2'],
  ['b0', 'b1', 'b2'],
];

const getFocused = (): string => document.activeElement?.textContent ?? '';

test('is one stop on the way, and comes back to the cell that was left', async () => {
  const user = userEvent.setup();
  render(<Grid rows={ROWS} />);
  expect(screen.getByRole('grid')).toBeDefined();
  await user.tab();
  expect(getFocused()).toBe('h0');
  await user.keyboard('{ArrowDown}{ArrowRight}');
  expect(getFocused()).toBe('a2');
  await user.tab();
  expect(getFocused()).toBe('after');
  await user.tab({ shift: true });
  expect(getFocused()).toBe('a2');
});

test.each([
  ['{ArrowRight}{ArrowDown}', 'b1', 'passes over a cell that holds nothing'],
  ['{ArrowRight}{ArrowRight}{ArrowRight}', 'h2', 'stays at the end of a row'],
  ['{ArrowUp}{ArrowLeft}', 'h0', 'stays at the beginning'],
  ['{ArrowDown}{ArrowDown}{ArrowUp}', 'a0', 'goes back up'],
  ['{ArrowDown}{ArrowRight}{ArrowLeft}', 'a0', 'goes back left'],
  ['{ArrowDown}{End}', 'a2', 'goes to the end of the row'],
  ['{ArrowDown}{End}{Home}', 'a0', 'goes to the beginning of the row'],
  ['{Control>}{End}{/Control}', 'b2', 'goes to the last cell'],
  ['{Control>}{End}{Home}{/Control}', 'h0', 'goes to the first cell'],
  ['x', 'h0', 'leaves other keys alone'],
])('%s leads to %s: %s', async (keys, expected) => {
  const user = userEvent.setup();
  render(<Grid rows={ROWS} />);
  await user.tab();
  await user.keyboard(keys);
  expect(getFocused()).toBe(expected);
});

test('stays one stop when rows change, at the same place or else at the first cell', async () => {
  const user = userEvent.setup();
  const { rerender } = render(<Grid rows={ROWS} />);
  await user.tab();
  await user.keyboard('{Control>}{End}{/Control}');
  await user.tab();
  rerender(
    <Grid
      rows={[
        ['h0', 'h1', 'h2'],
        ['c0', 'c1', 'c2'],
        ['d0', 'd1', 'd2'],
      ]}
    />
  );
  await user.tab({ shift: true });
  expect(getFocused()).toBe('d2');
  await user.tab();
  rerender(<Grid rows={[['h0'], ['e0']]} />);
  await user.tab({ shift: true });
  expect(getFocused()).toBe('h0');
});

test('goes to a cell that is clicked', async () => {
  const user = userEvent.setup();
  render(<Grid rows={ROWS} />);
  await user.click(screen.getByText('b1'));
  await user.keyboard('{ArrowRight}');
  expect(getFocused()).toBe('b2');
});
