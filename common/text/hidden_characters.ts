/**
 * Characters that show nothing or change how their neighbours show: controls, line and paragraph separators,
 * formatting characters (bidirectional marks, zero-width, soft hyphen, tags), variation selectors, lone surrogates,
 * blanks that are not the blank, and filler letters that draw nothing.
 * Page, terminal and log all show them by their codes: whoever attacks writes them to be read wrong.
 */
export const HIDDEN_CHARACTERS =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u00a0\u034f\u115f\u1160\u2000-\u200a\u202f\u205f\u2800\u3000\u3164\ufe00-\ufe0f\uffa0]/gu;
