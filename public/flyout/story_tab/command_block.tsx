import { EuiButtonEmpty, EuiFlexGroup, EuiFlexItem, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import { CommandText } from '../../text/command_text';
import { CopyButton } from '../../text/copy_button';
import { toVisible } from '../../text/split_hidden';
import { ChevronDown } from '../../icons/chevron_down';
import { ChevronRight } from '../../icons/chevron_right';

/** A command line whole, copied exactly; and how it was cut into arguments, which is what the rule looks at. */
export const CommandBlock = ({
  command,
  args,
}: {
  command: string;
  args: readonly string[];
}): ReactElement => {
  const [showArgs, setShowArgs] = useState(false);
  return (
    <>
      <CommandText text={toVisible(command)} testSubject="webServerRceCommand" />
      <EuiFlexGroup gutterSize="s" responsive={false}>
        <EuiFlexItem grow={false}>
          <CopyButton
            toText={() => command}
            label={i18n.translate('webServerRce.command.copy', { defaultMessage: 'Copy command' })}
          />
        </EuiFlexItem>
        {args.length > 0 && (
          <EuiFlexItem grow={false}>
            <EuiButtonEmpty
              size="xs"
              iconType={showArgs ? ChevronDown : ChevronRight}
              aria-expanded={showArgs}
              onClick={() => setShowArgs(!showArgs)}
            >
              {i18n.translate('webServerRce.command.args', {
                defaultMessage: '{count, plural, one {# argument} other {# arguments}}',
                values: { count: args.length },
              })}
            </EuiButtonEmpty>
          </EuiFlexItem>
        )}
      </EuiFlexGroup>
      {showArgs && (
        <EuiText size="xs">
          <ol start={0}>
            {args.map((argument, index) => (
              <li key={index} style={{ overflowWrap: 'anywhere' }}>
                <code>{toVisible(argument)}</code>
              </li>
            ))}
          </ol>
        </EuiText>
      )}
    </>
  );
};
