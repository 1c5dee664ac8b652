import { EuiCodeBlock, EuiLink, EuiPopover, EuiSpacer, useEuiTheme } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import { CopyButton } from '../../text/copy_button';
import { toVisible } from '../../text/split_hidden';
import { VisibleText } from '../../text/visible_text';

/** Characters of a value shown in its cell; the rest is behind it. */
const LONGEST_IN_CELL = 120;
const WIDEST_CELL = 340;

/** A value in one line; pressing it shows all of it and lets it be copied. */
export const ResultCell = ({ column, text }: { column: string; text: string }): ReactElement => {
  const { euiTheme } = useEuiTheme();
  const [isOpen, setOpen] = useState(false);
  if (text === '') return <span />;
  const button = (
    <EuiLink
      color="text"
      onClick={() => setOpen(!isOpen)}
      title={i18n.translate('webServerRce.result.showValue', {
        defaultMessage: 'Show the whole value',
      })}
      style={{
        display: 'block',
        maxWidth: WIDEST_CELL,
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
        fontFamily: euiTheme.font.familyCode,
        fontWeight: 'normal',
      }}
    >
      <VisibleText text={text.slice(0, LONGEST_IN_CELL)} />
      {text.length > LONGEST_IN_CELL && '…'}
    </EuiLink>
  );
  if (!isOpen) return button;
  return (
    <EuiPopover
      isOpen
      closePopover={() => setOpen(false)}
      button={button}
      panelPaddingSize="s"
      aria-label={toVisible(column)}
    >
      <div style={{ width: 480, maxWidth: '80vw' }}>
        <EuiCodeBlock
          fontSize="s"
          paddingSize="s"
          whiteSpace="pre-wrap"
          style={{ overflowWrap: 'anywhere' }}
          overflowHeight={240}
        >
          {text.split('\n').map(toVisible).join('\n')}
        </EuiCodeBlock>
        <EuiSpacer size="s" />
        <CopyButton toText={() => text} />
      </div>
    </EuiPopover>
  );
};
