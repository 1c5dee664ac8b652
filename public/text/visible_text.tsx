import { useEuiTheme } from '@elastic/eui';
import { Fragment, type ReactElement } from 'react';
import { splitHidden } from './split_hidden';

/**
 * Text from an event, with every character that would hide or reorder what is read shown by its code.
 * Without this a command line could print as another one (right-to-left override, zero-width, escape sequences).
 */
export const VisibleText = ({ text }: { text: string }): ReactElement => {
  const { euiTheme } = useEuiTheme();
  const hidden = {
    padding: '0 2px',
    borderRadius: 3,
    fontSize: '0.85em',
    color: euiTheme.colors.dangerText,
    border: '1px solid currentColor',
  };
  return (
    <bdi>
      {splitHidden(text).map((part, index) => (
        <Fragment key={index}>
          {part.hidden ? <span style={hidden}>{part.text}</span> : part.text}
        </Fragment>
      ))}
    </bdi>
  );
};
