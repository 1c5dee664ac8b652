import { foldRanges, invertRanges } from './code_ranges';
import { findClassEscape } from './class_escape';
import { toIntervalNode } from './interval_node';
import { LAST_CODE_POINT } from './regex_node';
import type { CodeRange, RegexNode, RegexProblem } from './regex_node';

const DEEPEST = 200;
const MOST_REPETITIONS = 10_000;
const EMPTY: RegexNode = { kind: 'concat', items: [] };
const NOTHING: RegexNode = { kind: 'set', ranges: [] };
const ANY: RegexNode = { kind: 'set', ranges: [{ first: 0, last: LAST_CODE_POINT }] };

/**
 * Reads a regular expression of Lucene with all its operators: beside the usual ones `~` complement,
 * `&` intersection, `<1-9>` interval, `@` any text, `#` nothing and `"…"` literal text. There are no anchors,
 * because an expression always speaks of the whole text; `^` and `$` are ordinary characters.
 * @param ignoreCase of ASCII letters
 */
export const parseRegex = (text: string, ignoreCase: boolean): RegexNode | RegexProblem => {
  const reader = new RegexReader(text, ignoreCase);
  const node = reader.readUnion();
  if (reader.problem !== undefined) return reader.problem;
  return reader.at < text.length ? { problem: 'regex_invalid', offset: reader.at } : node;
};

/** After a problem every read gives nothing and stands still, so that reading ends quickly. */
class RegexReader {
  readonly text: string;
  private readonly ignoreCase: boolean;
  at = 0;
  problem: RegexProblem | undefined;
  private depth = 0;

  constructor(text: string, ignoreCase: boolean) {
    this.text = text;
    this.ignoreCase = ignoreCase;
  }

  readUnion(): RegexNode {
    this.depth += 1;
    if (this.depth > DEEPEST) return this.fail('regex_too_complex');
    const items = [this.readIntersection()];
    while (this.skip('|')) items.push(this.readIntersection());
    this.depth -= 1;
    return items.length === 1 ? (items[0] ?? EMPTY) : { kind: 'union', items };
  }

  private readIntersection(): RegexNode {
    const items = [this.readConcat()];
    while (this.skip('&')) items.push(this.readConcat());
    return items.length === 1 ? (items[0] ?? EMPTY) : { kind: 'intersection', items };
  }

  private readConcat(): RegexNode {
    const items: RegexNode[] = [];
    while (!this.isAtEnd() && !this.isAtOne('|&)')) items.push(this.readRepeat());
    return items.length === 1 ? (items[0] ?? EMPTY) : { kind: 'concat', items };
  }

  private readRepeat(): RegexNode {
    let item = this.readComplement();
    for (let count = 0; this.isAtOne('?*+{'); count += 1) {
      if (count > DEEPEST) return this.fail('regex_too_complex');
      const [least, most] = this.readBounds();
      item = { kind: 'repeat', item, least, most };
    }
    return item;
  }

  private readBounds(): [least: number, most: number] {
    if (this.skip('?')) return [0, 1];
    if (this.skip('*')) return [0, Infinity];
    if (this.skip('+')) return [1, Infinity];
    const [all, from = '', comma, to] = this.match(/\{(\d+)(?:(,)(\d+)?)?\}/y) ?? [];
    const least = Number(from);
    const most = comma === undefined ? least : to === undefined ? Infinity : Number(to);
    if (all === undefined || most < least) this.fail('regex_invalid');
    if (least > MOST_REPETITIONS || (most > MOST_REPETITIONS && most !== Infinity)) {
      this.fail('regex_too_complex');
    }
    return [least, most];
  }

  private readComplement(): RegexNode {
    let complements = 0;
    while (this.skip('~')) complements += 1;
    const item = this.readSimple();
    return complements % 2 === 0 ? item : { kind: 'complement', item };
  }

  private readSimple(): RegexNode {
    if (this.isAtEnd()) return this.fail('regex_invalid');
    if (this.skip('.')) return ANY;
    if (this.skip('#')) return NOTHING;
    if (this.skip('@')) return { kind: 'repeat', item: ANY, least: 0, most: Infinity };
    if (this.skip('"')) return this.readQuoted();
    if (this.skip('[')) return this.readSet();
    if (this.skip('(')) return this.readGroup();
    if (this.isAtOne('<')) return this.readInterval();
    return this.toSet(this.readCharacters());
  }

  private readGroup(): RegexNode {
    if (this.skip(')')) return EMPTY;
    const inner = this.readUnion();
    if (!this.skip(')')) return this.fail('regex_invalid');
    return inner;
  }

  private readQuoted(): RegexNode {
    const [, quoted] = this.match(/([^"]*)"/y) ?? [];
    if (quoted === undefined) return this.fail('regex_invalid');
    const items = [...quoted].map((character) => this.toSet(toRanges(character)));
    return { kind: 'concat', items };
  }

  private readInterval(): RegexNode {
    const [, from, to] = this.match(/<(\d{1,15})-(\d{1,15})>/y) ?? [];
    if (from === undefined || to === undefined) return this.fail('regex_invalid');
    return toIntervalNode(from, to);
  }

  private readSet(): RegexNode {
    const isInverted = this.skip('^');
    const ranges: CodeRange[] = [];
    do ranges.push(...this.readRange());
    while (!this.isAtEnd() && !this.isAtOne(']'));
    if (!this.skip(']')) return this.fail('regex_invalid');
    const folded = this.ignoreCase ? foldRanges(ranges) : ranges;
    return { kind: 'set', ranges: isInverted ? invertRanges(folded) : folded };
  }

  private readRange(): readonly CodeRange[] {
    const start = this.readCharacters();
    const first = findOnlyCharacter(start);
    const isRange = this.text[this.at] === '-' && this.text[this.at + 1] !== ']';
    if (first === undefined || !isRange) return start;
    this.skip('-');
    const last = findOnlyCharacter(this.readCharacters());
    if (last === undefined || first > last) {
      this.fail('regex_invalid');
      return [];
    }
    return [{ first, last }];
  }

  /** One character, escaped or not, or a class such as `\d`. */
  private readCharacters(): readonly CodeRange[] {
    const isEscaped = this.skip('\\');
    const codePoint = this.text.codePointAt(this.at);
    if (codePoint === undefined || this.problem !== undefined) {
      this.fail('regex_invalid');
      return [];
    }
    const character = String.fromCodePoint(codePoint);
    this.at += character.length;
    return (isEscaped ? findClassEscape(character) : undefined) ?? toRanges(character);
  }

  private toSet(ranges: readonly CodeRange[]): RegexNode {
    return { kind: 'set', ranges: this.ignoreCase ? foldRanges(ranges) : ranges };
  }

  private isAtEnd(): boolean {
    return this.problem !== undefined || this.at >= this.text.length;
  }

  private isAtOne(characters: string): boolean {
    return !this.isAtEnd() && characters.includes(this.text.charAt(this.at));
  }

  private skip(character: string): boolean {
    if (!this.isAtOne(character)) return false;
    this.at += 1;
    return true;
  }

  private match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = this.problem === undefined ? pattern.exec(this.text) : null;
    if (found === null) return undefined;
    this.at += found[0].length;
    return found;
  }

  private fail(problem: RegexProblem['problem']): RegexNode {
    this.problem ??= { problem, offset: Math.min(this.at, this.text.length) };
    return NOTHING;
  }
}

/** The code point, if it is one character and not a class of them. */
const findOnlyCharacter = ([range, ...others]: readonly CodeRange[]): number | undefined =>
  range !== undefined && others.length === 0 && range.first === range.last
    ? range.first
    : undefined;

const toRanges = (character: string): CodeRange[] => {
  const codePoint = character.codePointAt(0) ?? 0;
  return [{ first: codePoint, last: codePoint }];
};
