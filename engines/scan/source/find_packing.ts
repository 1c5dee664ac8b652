/** How a file is packed that is not read as it is. */
export interface Packing {
  readonly name: string;
  /** What unpacks it. */
  readonly command: string;
}

/** By the first bytes, and where they stand. */
const PACKINGS: readonly (Packing & { readonly mark: Buffer; readonly at: number })[] = [
  { name: 'bzip2', command: 'bunzip2', mark: Buffer.from('BZh'), at: 0 },
  { name: 'xz', command: 'unxz', mark: Buffer.from('fd377a585a00', 'hex'), at: 0 },
  { name: 'Zstandard', command: 'unzstd', mark: Buffer.from('28b52ffd', 'hex'), at: 0 },
  { name: 'LZ4', command: 'unlz4', mark: Buffer.from('04224d18', 'hex'), at: 0 },
  { name: '7-Zip', command: '7z x', mark: Buffer.from('377abcaf271c', 'hex'), at: 0 },
  { name: 'ZIP', command: 'unzip', mark: Buffer.from('504b0304', 'hex'), at: 0 },
  { name: 'gzip, twice', command: 'gunzip', mark: Buffer.from('1f8b', 'hex'), at: 0 },
  { name: 'tar', command: 'tar -x', mark: Buffer.from('ustar'), at: 257 },
];

/** So many bytes tell how a file is packed. */
export const LONGEST_MARK = 262;

/** @param head the beginning of a file that is not gzip any more; undefined where it is not packed */
export const findPacking = (head: Buffer): Packing | undefined =>
  PACKINGS.find(({ mark, at }) => head.subarray(at, at + mark.length).equals(mark));
