/** LMDB's own limit, less what the encoding of a key adds. */
const MOST_BYTES = 1900;

/** Whether anything can be stored under this name at all; asking for a longer one is an error of the database's. */
export const isStoreKey = (key: string): boolean => Buffer.byteLength(key) <= MOST_BYTES;
