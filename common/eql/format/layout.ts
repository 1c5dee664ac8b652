/** A piece of formatted text that fits one line or is broken at known places. */
export type Layout = string | LayoutBlock;

export interface LayoutBlock {
  /** Stands before the first item: `(`, `x in (`, `not `. */
  readonly open: string;
  readonly items: readonly Layout[];
  /** Between items, with blanks as on one line: `, `, ` and `. */
  readonly separator: string;
  readonly close: string;
  /**
   * How the items stand when they do not fit one line: each on its own line, the same one step deeper between
   * `open` and `close`, or there as many per line as fit.
   */
  readonly style: 'lines' | 'deeper' | 'filled';
}

const WIDTH = 100;
const STEP = '  ';

/**
 * The text of a layout that begins behind `indent`; lines stay within 100 columns where they can.
 * @param trailing how much else must fit behind it on its last line
 */
export const toText = (layout: Layout, indent = '', trailing = 0): string => {
  const flat = toFlat(layout);
  if (typeof layout === 'string' || indent.length + flat.length + trailing <= WIDTH) return flat;
  const { open, items, separator, close, style } = layout;
  const inner = style === 'lines' ? indent : indent + STEP;
  const afterLast = style === 'lines' ? close.length + trailing : 0;
  const texts = items.map((item, index) => {
    const isLast = index === items.length - 1;
    return toText(item, inner, isLast ? afterLast : separator.trimEnd().length);
  });
  const body = style === 'filled' ? fill(texts, separator, inner) : join(texts, separator, inner);
  return style === 'lines'
    ? `${open}${body}${close}`
    : `${open}\n${inner}${body}\n${indent}${close}`;
};

/** The text of a layout on one line. */
export const toFlat = (layout: Layout): string => {
  if (typeof layout === 'string') return layout;
  const { open, items, separator, close } = layout;
  return `${open}${items.map(toFlat).join(separator)}${close}`;
};

const join = (texts: readonly string[], separator: string, indent: string): string =>
  texts.join(`${separator.trimEnd()}\n${indent}`);

const fill = (texts: readonly string[], separator: string, indent: string): string => {
  const lines: string[] = [];
  for (const text of texts) {
    const last = lines.at(-1);
    const longer = `${last ?? ''}${separator}${text}`;
    if (last !== undefined && indent.length + longer.length < WIDTH)
      lines[lines.length - 1] = longer;
    else lines.push(text);
  }
  return join(lines, separator, indent);
};
