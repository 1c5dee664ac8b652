import { EuiText } from '@elastic/eui';
import { useMemo, type ReactElement } from 'react';
import type { Alert } from '../../../common/alert/alert';
import { findText, getValues } from '../../../common/event/get_values';
import { readCommand, readCommandLine } from '../../../common/shell';
import { CommandReadingView } from '../../story/command_reading_view';
import { Mono } from '../../text/mono';
import { VisibleText } from '../../text/visible_text';

/** What the alert's command hides: that of its own event, or the one below it that says what an attacker ran. */
export const AlertReading = ({
  alert: { event, tellingCommand },
}: {
  alert: Alert;
}): ReactElement => {
  const reading = useMemo(() => {
    const args = getValues(event, 'process.args').map(String);
    return tellingCommand === undefined && args.length > 0
      ? readCommand(args)
      : readCommandLine(tellingCommand ?? findText(event, 'process.command_line') ?? '');
  }, [event, tellingCommand]);
  return (
    <>
      {tellingCommand !== undefined && (
        <EuiText size="s" style={{ overflowWrap: 'anywhere' }}>
          <Mono>
            <VisibleText text={tellingCommand} />
          </Mono>
        </EuiText>
      )}
      <CommandReadingView reading={reading} />
    </>
  );
};
