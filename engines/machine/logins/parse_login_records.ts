/** Reads utmp and wtmp, the binary records of who logged in. */
import { toByteText } from '../files/byte_text';

export interface LoginRecord {
  /** `ut_type`: 7 a user's session, 8 its end … */
  readonly type: number;
  readonly pid: number;
  readonly line: string;
  readonly user: string;
  readonly host: string;
  /** Unix seconds. */
  readonly time: number;
}

interface Layout {
  readonly size: number;
  readonly readTime: (record: Buffer) => number;
}

/** glibc keeps 32-bit times for the sake of old programs, but not on ARM 64. */
const LAYOUTS: readonly Layout[] = [
  { size: 384, readTime: (record) => record.readUInt32LE(340) },
  { size: 400, readTime: (record) => Number(record.readBigInt64LE(344)) },
];

const readText = (record: Buffer, start: number, length: number): string => {
  const field = record.subarray(start, start + length);
  const end = field.indexOf(0);
  return toByteText(end < 0 ? field : field.subarray(0, end));
};

/** Records in file order; what is left over at the end, or a file of no known layout, is passed over. */
export const parseLoginRecords = (bytes: Buffer): LoginRecord[] => {
  const layout = LAYOUTS.find(({ size }) => bytes.length % size === 0) ?? LAYOUTS[0];
  if (!layout) return [];
  return Array.from({ length: Math.floor(bytes.length / layout.size) }, (_, index) => {
    const record = bytes.subarray(index * layout.size, (index + 1) * layout.size);
    return {
      type: record.readInt16LE(0),
      pid: record.readInt32LE(4),
      line: readText(record, 8, 32),
      user: readText(record, 44, 32),
      host: readText(record, 76, 256),
      time: layout.readTime(record),
    };
  });
};
