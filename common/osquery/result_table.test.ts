import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv, toResultTable, toSortedRows, toTsv, type ResultTable } from './result_table';

const stored = (...rows: Record<string, unknown>[]) =>
  toResultTable(rows.map((osquery) => ({ fields: {}, _source: { osquery } })));
const fields = (...rows: Record<string, unknown>[]) =>
  toResultTable(rows.map((row) => ({ fields: row, _source: undefined })));
const column = (...cells: string[]): ResultTable => stored(...cells.map((x) => ({ x })));
const sorted = (table: ResultTable, order: 'asc' | 'desc') =>
  toSortedRows(table, { column: 0, order }).flat();

describe('a table', () => {
  it('has its columns in the order in which they are first seen, and empty cells where a row has none', () => {
    expect(stored({ pid: 1, name: 'init' }, { name: 'sh', uid: '33' })).toEqual({
      columns: [
        { name: 'pid', type: 'number' },
        { name: 'name', type: 'text' },
        { name: 'uid', type: 'number' },
      ],
      rows: [
        ['1', 'init', ''],
        ['', 'sh', '33'],
      ],
    });
  });

  it('is read from extracted fields where the document itself is not there', () => {
    expect(
      fields({
        'agent.id': ['a'],
        'osquery.pid': ['7'],
        'osquery.pid.number': [7],
        'osquery.phone.number': ['+1'],
        'osquery.list': ['a', 'b'],
      })
    ).toEqual({
      columns: [
        { name: 'pid', type: 'number' },
        { name: 'phone.number', type: 'text' },
        { name: 'list', type: 'text' },
      ],
      rows: [['7', '+1', 'a, b']],
    });
  });

  it('shows null as nothing and objects as JSON', () => {
    expect(stored({ a: null, b: { c: 1 }, d: false }).rows).toEqual([['', '{"c":1}', 'false']]);
  });

  it('of no rows, or of documents without columns, is empty', () => {
    expect(stored()).toEqual({ columns: [], rows: [] });
    expect(fields({ 'agent.id': ['a'] })).toEqual({ columns: [], rows: [] });
  });

  it.each([
    ['number', ['1', '-2.5', '', '1e3']],
    ['text', ['1', '0x10']],
    ['text', ['1', '127.0.0.1']],
    ['text', ['', '']],
  ])('has a column of %s for %j', (type, cells) => {
    expect(column(...cells).columns).toEqual([{ name: 'x', type }]);
  });
});

describe('sorting', () => {
  it('goes by value for numbers, also beyond what a double can tell apart', () => {
    const cells = ['10', '9', '9007199254740993', '9007199254740992', '-1', '9.5'];
    const ascending = ['-1', '9', '9.5', '10', '9007199254740992', '9007199254740993'];
    expect(sorted(column(...cells), 'asc')).toEqual(ascending);
    expect(sorted(column(...cells), 'desc')).toEqual([...ascending].reverse());
  });

  it('goes by the alphabet for text, with numbers in it by value', () => {
    expect(sorted(column('sh', 'bash', 'tty10', 'tty9'), 'asc')).toEqual([
      'bash',
      'sh',
      'tty9',
      'tty10',
    ]);
  });

  it('puts empty cells last in both orders and leaves the table as it was', () => {
    const table = column('', '2', '1');
    expect(sorted(table, 'asc')).toEqual(['1', '2', '']);
    expect(sorted(table, 'desc')).toEqual(['2', '1', '']);
    expect(table.rows).toEqual([[''], ['2'], ['1']]);
  });

  it('keeps the order of equal rows', () => {
    const table = stored({ a: 1, b: 'x' }, { a: 0, b: 'y' }, { a: 1, b: 'z' });
    expect(toSortedRows(table, { column: 0, order: 'desc' }).map((row) => row[1])).toEqual([
      'x',
      'z',
      'y',
    ]);
  });
});

describe('CSV', () => {
  it('has a header, CRLF line ends, and quotes where the text needs them', () => {
    const table = stored(
      { name: 'a,b', cmdline: 'say "hi"\nagain' },
      { name: 'plain', cmdline: '' }
    );
    expect(toCsv(table)).toBe('name,cmdline\r\n"a,b","say ""hi""\nagain"\r\nplain,\r\n');
  });

  it.each([
    '=1+1',
    '+1',
    '-cmd',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\nx',
    ' =1',
    '＝1',
    '＠x',
    '-1-1',
    '--',
    '-',
  ])('does not let %j be read as a formula', (cell) => {
    expect(parseCsv(toCsv(column(cell)))[1]).toEqual([`'${cell}`]);
  });

  it.each(['-5', '-1.5', '1e5', 'a=b', "'quoted", 'ls -la'])('leaves %j alone', (cell) => {
    expect(parseCsv(toCsv(column(cell)))[1]).toEqual([cell]);
  });

  it('guards column names as well', () => {
    expect(toCsv(stored({ '=cmd': 'x' }))).toBe("'=cmd\r\nx\r\n");
  });

  it('can be read back, whatever the cells hold', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'",\r\n\t\'=a1-你') });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 4 }), (pairs) => {
        const table = stored(...pairs.map(([a, b]) => ({ a, b })));
        const read = parseCsv(toCsv(table)).slice(1);
        expect(read.map((row) => row.length)).toEqual(pairs.map(() => 2));
        expect(
          read.flat().map((text, index) => (text === pairs.flat()[index] ? text : text.slice(1)))
        ).toEqual(pairs.flat());
      })
    );
  });
});

describe('tab-separated text', () => {
  it('keeps every row on its line and every cell in its column', () => {
    const table = stored({ a: 'x\ty\r\nz\u001b[31m', b: '"open' }, { a: '=1', b: '-1' });
    expect(toTsv(table)).toBe('a\tb\nx y z [31m\t"""open"\n\'=1\t-1\n');
  });
});

/** A reader of RFC 4180 for these tests. */
const parseCsv = (csv: string): string[][] => {
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at < csv.length;) {
    const match = /(?:"((?:[^"]|"")*)"|([^,\r\n"]*))(,|\r\n)/y;
    match.lastIndex = at;
    const found = match.exec(csv);
    if (!found) throw new Error(`no CSV at ${at}: ${csv.slice(at)}`);
    row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] !== ',') {
      rows.push(row);
      row = [];
    }
    at = match.lastIndex;
  }
  return rows;
};
