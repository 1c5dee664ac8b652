/** Pieces of code that the kernel's functions share. They work on `$at`, the address a function has come to. */

/** Moves on. */
export const forward = (bytes: number): string =>
  `(local.set $at (i32.add (local.get $at) (i32.const ${bytes})))`;

/** A character 16 times. */
export const repeat = (char: string): string => `(i8x16.splat (i32.const ${char.charCodeAt(0)}))`;

export const byte = '(i32.load8_u (local.get $at))';
export const isByte = (char: string): string =>
  `(i32.eq ${byte} (i32.const ${char.charCodeAt(0)}))`;
