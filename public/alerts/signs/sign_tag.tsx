import { useEuiTheme } from '@elastic/eui';
import { useMemo, type HTMLAttributes, type ReactElement } from 'react';

/**
 * One kind of sign in a row. Not a badge of EUI's: that reads its text back from the page to repeat it as a tooltip, and so is drawn
 * three times and has the page laid out in between, seventy of them in a list.
 */
export const SignTag = (props: HTMLAttributes<HTMLSpanElement>): ReactElement => {
  const { euiTheme } = useEuiTheme();
  const { colors, size, border, font } = euiTheme;
  const style = useMemo(
    () => ({
      display: 'inline-block',
      flexShrink: 0,
      padding: `0 ${size.s}`,
      border: `${border.width.thin} solid ${colors.lightShade}`,
      borderRadius: border.radius.small,
      color: colors.fullShade,
      backgroundColor: colors.emptyShade,
      fontSize: size.m,
      fontWeight: font.weight.medium,
      lineHeight: `calc(${size.base} + 2px)`,
    }),
    [colors, size, border, font]
  );
  return <span {...props} style={style} />;
};
