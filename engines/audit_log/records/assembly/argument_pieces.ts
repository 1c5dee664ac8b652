/** One argument that is too long for a record, in pieces that may come in any order. */
export class ArgumentPieces {
  announcedLength = Number.NaN;
  private readonly pieces = new Map<number, Buffer>();
  private length = 0;

  /** A piece that is there already is not taken again. */
  add(index: number, bytes: Buffer): void {
    if (this.pieces.has(index)) return;
    this.pieces.set(index, bytes);
    this.length += bytes.length;
  }

  /** The length is announced in bytes of the argument or in digits of its hexadecimal form, depending on the kernel. */
  get isWhole(): boolean {
    return this.announcedLength === this.length || this.announcedLength === this.length * 2;
  }

  /** Joined as bytes, because a character may lie across two pieces. */
  toText(): string {
    const ordered = [...this.pieces].sort(([one], [other]) => one - other);
    return Buffer.concat(ordered.map(([, bytes]) => bytes)).toString('utf8');
  }
}
