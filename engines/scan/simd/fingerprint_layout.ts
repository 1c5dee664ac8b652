/** How many bytes a fingerprint has. */
export const FINGERPRINT_LENGTH = 3;

/** A table of fingerprints begins with 16 bytes for the low and 16 for the high half of each byte. */
export const HALVES_SIZE = 2 * 16 * FINGERPRINT_LENGTH;

/** One bit for each hash of three bytes follows. */
export const HASH_BITS = 12;
export const HASH_FACTOR = 0x1e3779b1;
