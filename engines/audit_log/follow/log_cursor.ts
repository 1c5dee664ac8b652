import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { findLogFile, isSameLogFile, listLogFiles } from './log_file';
import type { LogFile } from './log_file';

/** Bytes per read. */
const CHUNK = 1024 * 1024;
const LONGEST_HEAD = 96;

/** What reading on gave. `moved`: the file at hand has ended, another is open. `idle`: nothing new yet. */
export type LogStep =
  | {
      readonly kind: 'bytes';
      readonly bytes: Buffer;
      /** The file has more than was read at once. */
      readonly isBehind: boolean;
    }
  | {
      readonly kind: 'moved';
      /** The next file goes on in the middle of the line, because it is a copy. */
      readonly isCopy: boolean;
      /** What was written between the two files is lost, if anything. */
      readonly mayHaveMissed: boolean;
    }
  | { readonly kind: 'idle' };

/** A stretch of one file within the stream of all bytes read. */
export interface LogPart {
  readonly inode: string;
  head: string;
  /** Byte of the stream at which the part begins, and the byte of the file this is. */
  readonly streamStart: number;
  readonly fileStart: number;
}

/**
 * Reads a log as one stream of bytes, across rotation by renaming (auditd, logrotate) and by copying and truncating.
 * The file at hand stays open, so a renamed or deleted one is read to its end.
 */
export class LogCursor {
  private readonly path: string;
  private handle: FileHandle | undefined;
  private parts: LogPart[] = [];
  private streamEnd = 0;
  /** What `bytes` steps point into; valid until the next step. */
  private readonly chunk = Buffer.alloc(CHUNK);

  constructor(path: string) {
    this.path = path;
  }

  /** Begins at byte `fileStart` of `file`. */
  async openAt(file: LogFile, fileStart: number): Promise<void> {
    await this.handle?.close();
    this.handle = await open(file.path);
    const { inode, head } = file;
    this.parts.push({ inode, head, streamStart: this.streamEnd, fileStart });
  }

  async step(): Promise<LogStep> {
    const part = this.parts.at(-1);
    if (!this.handle || !part) return this.openFirst();
    if (!(await this.isStillSame(this.handle, part))) return this.moveOn(part);
    const offset = this.fileOffset(part);
    const { bytesRead } = await this.handle.read(this.chunk, 0, CHUNK, offset);
    if (bytesRead === 0) return this.moveOn(part);
    this.streamEnd += bytesRead;
    const bytes = this.chunk.subarray(0, bytesRead);
    return { kind: 'bytes', bytes, isBehind: bytesRead === CHUNK };
  }

  /** File and byte in it that a byte of the stream came from. */
  locate(streamOffset: number): { inode: string; head: string; offset: number } | undefined {
    const part = [...this.parts].reverse().find(({ streamStart }) => streamStart <= streamOffset);
    if (!part) return undefined;
    const { inode, head, streamStart, fileStart } = part;
    return { inode, head, offset: streamOffset - streamStart + fileStart };
  }

  /** Bytes before `streamOffset` will not be located any more. */
  forgetBefore(streamOffset: number): void {
    while (this.parts[1] && this.parts[1].streamStart <= streamOffset) this.parts.shift();
  }

  /** The stretch being read. */
  get part(): LogPart | undefined {
    return this.parts.at(-1);
  }

  async close(): Promise<void> {
    await this.handle?.close();
    this.handle = undefined;
  }

  private async openFirst(): Promise<LogStep> {
    const file = await findLogFile(this.path);
    if (!file) return { kind: 'idle' };
    await this.openAt(file, 0);
    return { kind: 'moved', isCopy: false, mayHaveMissed: false };
  }

  /** Another beginning means that the file was emptied and written anew, even if it is as long as before again. */
  private async isStillSame(handle: FileHandle, part: LogPart): Promise<boolean> {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(LONGEST_HEAD), 0, LONGEST_HEAD, 0);
    const head = buffer.toString('latin1', 0, bytesRead);
    if (!head.startsWith(part.head)) return false;
    part.head = head;
    return true;
  }

  /** At the end of the file at hand: is there a next one? */
  private async moveOn(part: LogPart): Promise<LogStep> {
    const known = { inode: part.inode, head: part.head, offset: this.fileOffset(part) };
    const newest = await findLogFile(this.path);
    if (newest?.inode === part.inode && isSameLogFile(newest, known)) return { kind: 'idle' };
    const files = await listLogFiles(this.path);
    const at = files.findIndex(({ inode }) => inode === part.inode);
    const own = files[at];
    if (own && !isSameLogFile(own, known)) return this.followCopied(own, files, known);
    // It may have been written to between the last read and the renaming.
    if (own && own.size > known.offset) return this.step();
    const next = own ? files[at + 1] : files.at(-1);
    if (!next) return { kind: 'idle' };
    await this.openAt(next, 0);
    return { kind: 'moved', isCopy: false, mayHaveMissed: !own };
  }

  /** The file was emptied; its copy has what was written after the last read. */
  private async followCopied(
    emptied: LogFile,
    files: readonly LogFile[],
    known: { readonly inode: string; readonly head: string; readonly offset: number }
  ): Promise<LogStep> {
    const copy = files.find((file) => file !== emptied && isSameLogFile(file, known));
    await this.openAt(copy ?? emptied, copy ? known.offset : 0);
    return { kind: 'moved', isCopy: copy !== undefined, mayHaveMissed: !copy };
  }

  private fileOffset({ streamStart, fileStart }: LogPart): number {
    return this.streamEnd - streamStart + fileStart;
  }
}
