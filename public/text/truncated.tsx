import { useEuiTheme } from '@elastic/eui';
import type { CSSProperties, ReactElement } from 'react';
import { toVisible } from './split_hidden';
import { Unknown } from './unknown';
import { VisibleText } from './visible_text';

/** Tooltips longer than this cover the screen; the flyout shows everything. */
const LONGEST_TOOLTIP = 1500;

const ONE_LINE: CSSProperties = {
  display: 'block',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
};

/**
 * One line of text from an event, cut at the column's edge, whole in the tooltip. The browser's own one: a table has dozens of them,
 * and EUI's works at each frame while it is shown.
 */
export const Truncated = ({
  text,
  monospace = false,
}: {
  text: string | undefined;
  monospace?: boolean;
}): ReactElement => {
  const { euiTheme } = useEuiTheme();
  if (text === undefined) return <Unknown />;
  const cut = text.length > LONGEST_TOOLTIP ? `${text.slice(0, LONGEST_TOOLTIP)}…` : text;
  const font = monospace ? { fontFamily: euiTheme.font.familyCode } : {};
  return (
    <span title={toVisible(cut)} style={{ ...ONE_LINE, ...font }}>
      <VisibleText text={cut} />
    </span>
  );
};
