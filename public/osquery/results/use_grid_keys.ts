import { useEffect, useRef, type RefObject } from 'react';

/**
 * Makes a table whose cells hold buttons one stop of the Tab key, with the keys of EUI's data grid: arrows go from cell to cell,
 * Home and End to the ends of a row, with Ctrl to those of the table. Each cell would be a stop otherwise, hundreds of a guide.
 * @returns for the element around the table
 */
export const useGridKeys = (): RefObject<HTMLDivElement> => {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const around = ref.current;
    if (around === null) return undefined;
    let [row, column] = [0, 0];
    /** Again after each change: pages, sorting and popovers make new buttons. */
    const settle = (): void => {
      const table = around.querySelector('table');
      if (table === null) return;
      table.setAttribute('role', 'grid');
      const buttons = [...table.querySelectorAll<HTMLElement>(BUTTON)];
      const stop = findButton(table.rows[row]?.cells[column]) ?? buttons[0];
      for (const button of buttons) button.tabIndex = button === stop ? 0 : -1;
    };
    const stay = ({ target }: FocusEvent): void => {
      const cell = findCell(target);
      if (cell === undefined) return;
      [row, column] = [cell.parentElement.rowIndex, cell.cellIndex];
      settle();
    };
    const move = (event: KeyboardEvent): void => {
      const cell = findCell(event.target);
      const next = cell && findNext(cell, event);
      if (next === undefined) return;
      event.preventDefault();
      next.focus();
    };
    settle();
    const observer = new MutationObserver(settle);
    observer.observe(around, { childList: true, subtree: true });
    around.addEventListener('focusin', stay);
    around.addEventListener('keydown', move);
    return () => {
      observer.disconnect();
      around.removeEventListener('focusin', stay);
      around.removeEventListener('keydown', move);
    };
  }, []);
  return ref;
};

const BUTTON = 'th button, td button';

type Cell = HTMLTableCellElement & { readonly parentElement: HTMLTableRowElement };

const isCell = (element: Element | null): element is Cell =>
  element instanceof HTMLTableCellElement && element.parentElement instanceof HTMLTableRowElement;

const findCell = (target: EventTarget | null): Cell | undefined => {
  const cell = target instanceof Element ? target.closest('th, td') : null;
  return isCell(cell) ? cell : undefined;
};

const findButton = (cell: Element | undefined): HTMLElement | undefined =>
  cell?.querySelector('button') ?? undefined;

/** The button that a key goes to from a cell; cells without one, which are empty, are passed over. */
const findNext = (cell: Cell, { key, ctrlKey }: KeyboardEvent): HTMLElement | undefined => {
  const inRow = (row: HTMLTableRowElement | undefined): HTMLElement[] =>
    toButtons(row?.cells ?? []);
  const rows = [...(cell.closest('table')?.rows ?? [])];
  const cells = [...cell.parentElement.cells];
  const inColumn = rows.map(({ cells: others }) => others[cell.cellIndex]);
  const [rowIndex, cellIndex] = [cell.parentElement.rowIndex, cell.cellIndex];
  switch (key) {
    case 'ArrowRight':
      return toButtons(cells.slice(cellIndex + 1))[0];
    case 'ArrowLeft':
      return toButtons(cells.slice(0, cellIndex)).at(-1);
    case 'ArrowDown':
      return toButtons(inColumn.slice(rowIndex + 1))[0];
    case 'ArrowUp':
      return toButtons(inColumn.slice(0, rowIndex)).at(-1);
    case 'Home':
      return inRow(ctrlKey ? rows[0] : cell.parentElement)[0];
    case 'End':
      return inRow(ctrlKey ? rows.at(-1) : cell.parentElement).at(-1);
    default:
      return undefined;
  }
};

const toButtons = (cells: Iterable<Element | undefined>): HTMLElement[] =>
  [...cells].flatMap((cell) => findButton(cell) ?? []);
