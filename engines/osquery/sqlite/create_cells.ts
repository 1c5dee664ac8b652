/**
 * Moves single values between JavaScript and SQLite's memory, by the bare exports of the WebAssembly module:
 * the package's own conversions take four times as long, and turn whole numbers past 32 bits into doubles.
 */
import type { SqlValue } from '../table';
import { SQLITE, type Pointer, type Sqlite } from './sqlite_module';

export interface Cells {
  /** Makes `value` the result of a column; what is no finite number is NULL. */
  setResult(context: Pointer, value: SqlValue): void;
  /** A value of the row a statement stands on, as Osquery prints it. `type` is SQLite's, of this value. */
  readText(statement: Pointer, column: number, type: number): string;
  /** UTF-8 in SQLite's memory as text. */
  decode(start: Pointer, bytes: number): string;
}

const SCRATCH_BYTES = 64 * 1024;
const MOST_BYTES_PER_UNIT = 3;
const SQLITE_TRANSIENT = -1;
const DIGITS_OF_DOUBLE = 15;
const WHOLE = /^-?\d+$/;

/** As many digits as every double keeps; a whole one keeps `.0`. */
const toDoubleText = (value: number): string => {
  const text = String(Number(value.toPrecision(DIGITS_OF_DOUBLE)));
  return WHOLE.test(text) ? `${text}.0` : text;
};

/** Made once for each SQLite. */
export const createCells = ({ wasm }: Sqlite): Cells => {
  const { exports } = wasm;
  const scratch = wasm.alloc(SCRATCH_BYTES);
  let memory = Buffer.alloc(0);
  /** SQLite's memory moves whenever it grows. */
  const getMemory = (): Buffer => {
    const { buffer } = wasm.heap8u();
    if (memory.buffer !== buffer) memory = Buffer.from(buffer);
    return memory;
  };

  const setText = (context: Pointer, text: string): void => {
    const mostBytes = text.length * MOST_BYTES_PER_UNIT;
    const place = mostBytes <= SCRATCH_BYTES ? scratch : wasm.alloc(mostBytes);
    const length = getMemory().write(text, place, 'utf8');
    exports.sqlite3_result_text(context, place, length, SQLITE_TRANSIENT);
    if (place !== scratch) wasm.dealloc(place);
  };

  const setNumber = (context: Pointer, value: number): void => {
    if ((value | 0) === value) exports.sqlite3_result_int(context, value);
    else if (Number.isInteger(value)) exports.sqlite3_result_int64(context, BigInt(value));
    else if (Number.isFinite(value)) exports.sqlite3_result_double(context, value);
  };

  return {
    setResult: (context, value) => {
      if (typeof value === 'string') setText(context, value);
      else if (typeof value === 'number') setNumber(context, value);
      else if (typeof value === 'bigint') exports.sqlite3_result_int64(context, value);
    },
    readText: (statement, column, type) => {
      if (type === SQLITE.NULL) return '';
      if (type === SQLITE.INTEGER) return String(exports.sqlite3_column_int64(statement, column));
      if (type === SQLITE.FLOAT) {
        return toDoubleText(exports.sqlite3_column_double(statement, column));
      }
      const isBlob = type === SQLITE.BLOB;
      const start = isBlob
        ? exports.sqlite3_column_blob(statement, column)
        : exports.sqlite3_column_text(statement, column);
      const end = start + exports.sqlite3_column_bytes(statement, column);
      return getMemory().toString(isBlob ? 'hex' : 'utf8', start, end);
    },
    decode: (start, bytes) => getMemory().toString('utf8', start, start + bytes),
  };
};
