/**
 * A stretch of the log twice: as bytes and as text with one character per byte, so an offset means the same in both.
 * Scanning runs over `text` (compiled code, no call into C++ per field); `bytes` gives back what is not ASCII.
 */
export interface AuditChunk {
  readonly bytes: Buffer;
  readonly text: string;
}

export const toAuditChunk = (bytes: Buffer): AuditChunk => ({
  bytes,
  text: bytes.toString('latin1', 0, bytes.length),
});
