/** A line without its end, and how many bytes of the file it takes with it. */
export interface Line {
  readonly text: string;
  readonly length: number;
  /** Longer than `MOST_LINE_BYTES`; `text` is empty. */
  readonly isTooLong: boolean;
}

/** No event is nearly as long; without a limit a file without line ends would fill the memory. */
const MOST_LINE_BYTES = 16 * 1024 * 1024;
const LINE_END = 0x0a;

/** Cuts a stream of bytes into lines; what follows the last line end is a line too. */
export async function* splitLines(chunks: AsyncIterable<Buffer>): AsyncIterable<Line[]> {
  let rest: Buffer[] = [];
  let restLength = 0;
  const take = (last: Buffer, ending: number): Line => {
    const length = restLength + last.length + ending;
    const isTooLong = length > MOST_LINE_BYTES;
    const text = isTooLong ? '' : Buffer.concat([...rest, last]).toString();
    rest = [];
    restLength = 0;
    return { text, length, isTooLong };
  };
  for await (const chunk of chunks) {
    const lines: Line[] = [];
    let start = 0;
    for (let end = chunk.indexOf(LINE_END); end !== -1; end = chunk.indexOf(LINE_END, start)) {
      lines.push(take(chunk.subarray(start, end), 1));
      start = end + 1;
    }
    const tail = chunk.subarray(start);
    restLength += tail.length;
    if (restLength <= MOST_LINE_BYTES) rest.push(tail);
    else rest = [];
    if (lines.length > 0) yield lines;
  }
  if (restLength > 0) yield [take(Buffer.alloc(0), 0)];
}
