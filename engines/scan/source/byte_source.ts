/** Bytes from somewhere, read one piece after the other. */
export interface ByteSource {
  /** For messages. */
  readonly name: string;
  /** Bytes there are in all, where that is known. */
  readonly size: number | undefined;
  /**
   * Writes the next bytes to the start of `target`.
   * @returns how many; 0 when there are no more
   */
  read(target: Uint8Array): Promise<number>;
  close(): Promise<void>;
}
