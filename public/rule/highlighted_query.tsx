import { useEuiTheme } from '@elastic/eui';
import { Fragment, type CSSProperties, type ReactElement } from 'react';
import type { TextRange } from '../../common/eql/ast';
import { highlightEql, type EqlPiece } from './highlight_eql';

/** A query in colours, with a mistake underlined where it stands. */
export const HighlightedQuery = ({
  query,
  mistake,
}: {
  query: string;
  mistake?: TextRange | undefined;
}): ReactElement => {
  const { euiTheme } = useEuiTheme();
  const { colors } = euiTheme;
  const styles: Record<EqlPiece['kind'], CSSProperties> = {
    keyword: { color: colors.accentText },
    field: { color: colors.primaryText },
    string: { color: colors.successText },
    number: { color: colors.warningText },
    comment: { color: colors.subduedText },
    plain: { color: colors.text },
  };
  let end = 0;
  return (
    <>
      {highlightEql(query).map(({ text, kind }, index) => {
        const start = end;
        end += text.length;
        return (
          <span key={index} style={styles[kind]}>
            <Underlined text={text} start={start} mistake={mistake} color={colors.danger} />
          </span>
        );
      })}
      {mistake && mistake.start >= query.length && (
        <mark style={toUnderline(colors.danger)}>{'\u00a0'}</mark>
      )}
    </>
  );
};

/** The part of a piece that the mistake covers. */
const Underlined = ({
  text,
  start,
  mistake,
  color,
}: {
  text: string;
  start: number;
  mistake: TextRange | undefined;
  color: string;
}): ReactElement => {
  const from = Math.max(0, (mistake?.start ?? 0) - start);
  const to = Math.min(text.length, (mistake?.end ?? 0) - start);
  if (mistake === undefined || from >= to) return <Fragment>{text}</Fragment>;
  return (
    <>
      {text.slice(0, from)}
      <mark style={toUnderline(color)}>{text.slice(from, to)}</mark>
      {text.slice(to)}
    </>
  );
};

const toUnderline = (color: string): CSSProperties => ({
  background: 'transparent',
  color: 'inherit',
  textDecoration: `underline wavy ${color}`,
});
