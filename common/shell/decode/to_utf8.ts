import { strFromU8 } from 'fflate';

/** Bytes as UTF-8 text. What is none becomes U+FFFD. */
export const toUtf8 = (bytes: Uint8Array): string => strFromU8(bytes);
