import { strFromU8 } from 'fflate';

/** Bytes as UTF-8 text. What is none becomes U+FFFD. */
export const toText = (bytes: Uint8Array): string => strFromU8(bytes);
