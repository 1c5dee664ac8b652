/**
 * The inner loops of scanning, 16 bytes at a step, which JavaScript can not do. AssemblyScript: TypeScript's syntax, compiled to
 * WebAssembly. All functions read memory from `at` on, and may read up to 64 bytes past `end` or the end of a line; what they find
 * there is not used.
 */
export { findFingerprint } from './find_fingerprint';
export { findMember } from './find_member';
export { skipLine, skipValue } from './skip_value';
export { toLine, walkLine } from './walk_line';
