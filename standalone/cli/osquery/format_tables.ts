import type { TableInfo } from '../../../engines/osquery';

/** Each table with its columns, for `--tables`. */
export const formatTables = (tables: readonly TableInfo[]): string =>
  tables
    .map(({ name, description, columns }) => {
      const width = Math.max(...columns.map((column) => column.name.length));
      const lines = columns.map((column) => {
        const marks = [column.required && 'required', column.hidden && 'hidden'].filter(Boolean);
        const note = marks.length > 0 ? ` (${marks.join(', ')})` : '';
        return `  ${column.name.padEnd(width)}  ${column.type.padEnd(7)}  ${column.description}${note}`;
      });
      return `${name}: ${description}\n${lines.join('\n')}\n`;
    })
    .join('\n');
