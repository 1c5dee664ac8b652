const SIMPLE: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  e: '\x1b',
  E: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** Octal digits: `\101` everywhere, `\0101` in `echo -e` and `printf %b`. */
const ESCAPE =
  /\\(?:x\{([0-9A-Fa-f]{1,6})\}|x([0-9A-Fa-f]{1,2})|u\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{1,4})|U([0-9A-Fa-f]{1,8})|(0?[0-7]{1,3})|c([@-_a-z])|([^]))/g;

/**
 * Replaces the escapes of `$'…'`, `echo -e`, `printf` and of string literals in program code, which are one family.
 * What no dialect knows stays as written, except that code drops the backslash.
 */
export const decodeEscapes = (text: string, dialect: 'ansi_c' | 'echo' | 'code'): string => {
  if (!text.includes('\\')) return text;
  const decoded = text.replace(
    ESCAPE,
    (
      whole: string,
      braced?: string,
      hex?: string,
      point?: string,
      short?: string,
      long?: string,
      octal?: string,
      control?: string,
      letter?: string
    ) => {
      const byte = braced ?? hex ?? point ?? short ?? long;
      if (byte !== undefined) return toCharacter(parseInt(byte, 16));
      if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8) & 0xff);
      if (control !== undefined) return String.fromCharCode(control.charCodeAt(0) & 0x1f);
      const simple = SIMPLE[letter ?? ''];
      if (simple !== undefined) return simple;
      if (letter === '\\' || letter === "'" || letter === '"' || letter === '?') return letter;
      return dialect === 'code' ? (letter ?? '') : whole;
    }
  );
  return fromUtf8(decoded);
};

const toCharacter = (codePoint: number): string =>
  codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : '�';

/** Bytes above 127 that were written one by one are UTF-8 more often than not. */
const fromUtf8 = (text: string): string => {
  if (!/[\x80-\xff]/.test(text) || /[^\x00-\xff]/.test(text)) return text;
  try {
    return decodeURIComponent(text.replace(/[%\x80-\xff]/g, toPercent));
  } catch {
    return text;
  }
};

const toPercent = (char: string): string => `%${char.charCodeAt(0).toString(16).padStart(2, '0')}`;
