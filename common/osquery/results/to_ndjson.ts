import type { ResultTable } from '../result_table';

/** One JSON object a row, all values text, as programs read logs. */
export const toNdjson = ({ columns, rows }: ResultTable): string =>
  rows
    .map((cells) =>
      JSON.stringify(
        Object.fromEntries(columns.map(({ name }, index) => [name, cells[index] ?? '']))
      )
    )
    .map((line) => `${line}\n`)
    .join('');
