import { EuiText } from '@elastic/eui';
import { useMemo, type ReactElement } from 'react';
import type { Alert } from '../../../common/alert/alert';
import { findTellingSign } from '../../../common/detection';
import { findText, getValues } from '../../../common/event/get_values';
import { readCommand, readCommandLine } from '../../../common/shell';
import { CommandReadingView } from '../../story/command_reading_view';
import { toCommand } from '../../story/to_story_text';
import { useStory } from '../../story/use_story';
import { Mono } from '../../text/mono';
import { VisibleText } from '../../text/visible_text';

/** What the alert's command hides: that of its own event, or the one below it that says what an attacker ran. */
export const AlertReading = ({ alert }: { alert: Alert }): ReactElement => {
  const { data: story } = useStory(alert.id);
  const telling = useMemo(() => {
    const sign = findTellingSign(alert.signs, alert.eventId);
    return story?.trees
      .find(({ isOfAlert }) => isOfAlert)
      ?.processes.find(({ eventId }) => eventId === sign?.eventId);
  }, [alert, story]);
  const reading = useMemo(() => {
    const args = telling?.args ?? getValues(alert.event, 'process.args').map(String);
    return args.length > 0
      ? readCommand(args)
      : readCommandLine(findText(alert.event, 'process.command_line') ?? '');
  }, [alert, telling]);
  return (
    <>
      {telling !== undefined && (
        <EuiText size="s" style={{ overflowWrap: 'anywhere' }}>
          <Mono>
            <VisibleText text={toCommand(telling)} />
          </Mono>
        </EuiText>
      )}
      <CommandReadingView reading={reading} />
    </>
  );
};
