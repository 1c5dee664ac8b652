import type { LayerLanguage } from '../command_reading';
import { decodeEscapes } from '../decode/decode_escapes';

/** A piece of program code, as far as calls and string literals go. */
export type CodeToken =
  | { readonly kind: 'string'; readonly text: string; readonly isRun: boolean }
  | { readonly kind: 'name' | 'number' | 'sign'; readonly text: string };

const BLANKS = /\s+/y;
const NUMBER = /(?:0[xX][0-9A-Fa-f]{1,8}|\d{1,15})/y;
const NAME = /[$@%]?[A-Za-z_][\w$]*/y;
const TRIPLE = /"""([^]*?)(?:"""|$)|'''([^]*?)(?:'''|$)/y;
const QUOTED =
  /"((?:[^"\\]|\\[^])*)(?:"|$)|'((?:[^'\\]|\\[^])*)(?:'|$)|`((?:[^`\\]|\\[^])*)(?:`|$)/y;
/** `q{…}`, `qq(…)`, `qx/…/` of Perl and `%x{…}` of Ruby. */
const PERL_QUOTE =
  /q([qxw]?)\s?(?:\{([^}]*)(?:\}|$)|\(([^)]*)(?:\)|$)|\[([^\]]*)(?:\]|$)|\/([^/]*)(?:\/|$)|\|([^|]*)(?:\||$))/y;
const RUBY_RUN = /%x(?:\{([^}]*)(?:\}|$)|\(([^)]*)(?:\)|$)|\[([^\]]*)(?:\]|$)|\/([^/]*)(?:\/|$))/y;
const PYTHON_PREFIX = /(?:[bBuUfF]?[rR]|[rR]?[bBuUfF])(?=["'])/y;
/** Languages in which single quotes keep backslashes. */
const IS_LITERAL_IN_SINGLE = new Set<LayerLanguage>(['php', 'perl', 'ruby']);

/** Splits program code into names, strings and signs. What is none of these becomes a sign. */
export const tokenizeCode = (text: string, language: LayerLanguage): readonly CodeToken[] => {
  const tokens: CodeToken[] = [];
  let at = 0;
  const match = (sticky: RegExp): RegExpExecArray | null => {
    sticky.lastIndex = at;
    const found = sticky.exec(text);
    if (found !== null) at = sticky.lastIndex;
    return found;
  };
  while (at < text.length) {
    if (match(BLANKS) !== null) continue;
    const perl = language === 'perl' ? match(PERL_QUOTE) : null;
    const run = language === 'ruby' ? match(RUBY_RUN) : null;
    if (perl !== null || run !== null) {
      const [, ...groups] = perl ?? ['', ...(run ?? []).slice(1)];
      const texts = perl === null ? groups : groups.slice(1);
      const content = texts.find((group) => group !== undefined) ?? '';
      tokens.push({
        kind: 'string',
        text: decodeEscapes(content, 'code'),
        isRun: perl?.[1] === 'x' || run !== null,
      });
      continue;
    }
    const isRaw = language === 'python' && /r/i.test(match(PYTHON_PREFIX)?.[0] ?? '');
    const triple = language === 'python' ? match(TRIPLE) : null;
    const quoted = triple ?? match(QUOTED);
    if (quoted !== null) {
      const [, double, single, back] = quoted;
      const written = double ?? single ?? back ?? '';
      const isLiteral = isRaw || (single !== undefined && IS_LITERAL_IN_SINGLE.has(language));
      const content = isLiteral
        ? written.replace(/\\(['\\])/g, '$1')
        : decodeEscapes(written, 'code');
      tokens.push({
        kind: 'string',
        text: content,
        isRun: back !== undefined && language !== 'node',
      });
      continue;
    }
    const name = match(NAME);
    const number = name === null ? match(NUMBER) : null;
    if (name !== null) tokens.push({ kind: 'name', text: name[0] });
    else if (number !== null) tokens.push({ kind: 'number', text: number[0] });
    else tokens.push({ kind: 'sign', text: text[at++] ?? '' });
  }
  return tokens;
};
