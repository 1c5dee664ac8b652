/** Where a `!{osquery{…}}` block stands in a guide. Offsets are UTF-16 units. */
export interface GuideBlock {
  /** Start of the line the block stands on, with indent and list marker. */
  readonly start: number;
  /** The `!`. */
  readonly bang: number;
  /** Behind the last brace or, if the line holds nothing more, behind its line break. */
  readonly end: number;
  /** What stands between the outer braces, or undefined where those are never closed. */
  readonly json: string | undefined;
}

/** `!{osquery` is followed by a configuration or by the closing brace; anything else is prose. */
const OPENING = '!{osquery';
const LINE_PREFIX = /[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+|>[ \t]?)*/y;
const FENCE = /(`{3,}|~{3,})([^\n]*)/y;
const REST_OF_LINE = /[ \t]*(?:\r?\n|$)/y;

/**
 * Finds the blocks of a guide: at the start of a line, behind an indent or list markers, but not in code.
 * Kibana counts braces without seeing quotes; here a brace inside a JSON string does not count, so such a block survives.
 */
export const findGuideBlocks = (markdown: string): GuideBlock[] => {
  const blocks: GuideBlock[] = [];
  let fence: string | undefined;
  let paragraphStart = 0;
  for (let line = 0; line < markdown.length;) {
    let next = toNextLine(markdown, line);
    const prefix = matchAt(LINE_PREFIX, markdown, line)?.[0] ?? '';
    const content = line + prefix.length;
    const mark = matchAt(FENCE, markdown, content);
    if (fence !== undefined) {
      if (mark && closesFence(mark, fence)) fence = undefined;
      paragraphStart = next;
    } else if (mark && opensFence(mark)) {
      fence = mark[1];
    } else if (
      startsBlock(markdown, content) &&
      (prefix.trim() !== '' || !isInInlineCode(markdown, paragraphStart, content))
    ) {
      const block = readBlock(markdown, line, content);
      blocks.push(block);
      next = block.end;
      paragraphStart = next;
    } else if (markdown.slice(content, next).trim() === '') {
      paragraphStart = next;
    }
    line = next;
  }
  return blocks;
};

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

const toNextLine = (text: string, at: number): number => {
  const lineBreak = text.indexOf('\n', at);
  return lineBreak === -1 ? text.length : lineBreak + 1;
};

const opensFence = ([, run = '', info = '']: RegExpExecArray): boolean =>
  run.startsWith('~') || !info.includes('`');

const closesFence = ([, run = '', info = '']: RegExpExecArray, fence: string): boolean =>
  run.startsWith(fence) && info.trim() === '';

const startsBlock = (markdown: string, at: number): boolean =>
  markdown.startsWith(OPENING, at) && /[{}]/.test(markdown.charAt(at + OPENING.length));

/** Whether a backtick run opened earlier in the paragraph is closed behind `at`. */
const isInInlineCode = (markdown: string, paragraphStart: number, at: number): boolean => {
  const paragraphEnd = /\n[ \t]*\r?\n/.exec(markdown.slice(at));
  const paragraph = markdown.slice(
    paragraphStart,
    paragraphEnd === null ? undefined : at + paragraphEnd.index
  );
  const runs = [...paragraph.matchAll(/\\`|`+/g)].filter(([run]) => run !== '\\`');
  for (let open = 0; open < runs.length;) {
    const opening = runs[open];
    if (!opening || paragraphStart + opening.index >= at) return false;
    const close = runs.findIndex((run, index) => index > open && run[0] === opening[0]);
    const closing = runs[close];
    if (closing && paragraphStart + closing.index > at) return true;
    open = closing ? close + 1 : open + 1;
  }
  return false;
};

const readBlock = (markdown: string, start: number, bang: number): GuideBlock => {
  const inner = bang + OPENING.length;
  const close = findClosingBrace(markdown, inner);
  if (close === undefined) {
    return { start, bang, end: toNextLine(markdown, bang), json: undefined };
  }
  const rest = matchAt(REST_OF_LINE, markdown, close + 1)?.[0] ?? '';
  return { start, bang, end: close + 1 + rest.length, json: markdown.slice(inner, close) };
};

/** A run of what is neither quote nor brace, a JSON string, a brace, or a quote that no JSON string begins with. */
const JSON_PIECE = /[^"{}!]+|"[^"\\\n]*(?:\\.[^"\\\n]*)*"|!(?!\{)|[{}]/y;

/** The brace that closes the block opened before `from`; undefined if the next block begins or the text ends first. */
const findClosingBrace = (markdown: string, from: number): number | undefined => {
  let depth = 0;
  for (let at = from; ;) {
    const piece = matchAt(JSON_PIECE, markdown, at)?.[0];
    if (piece === undefined) return undefined;
    if (piece === '{') depth += 1;
    else if (piece === '}' && depth === 0) return at;
    else if (piece === '}') depth -= 1;
    at += piece.length;
  }
};
