import { useMemo, type ReactElement } from 'react';
import { findText, getValues } from '../../../common/event/get_values';
import type { EventSource } from '../../../common/event/source_event';
import { readCommand, readCommandLine } from '../../../common/shell';
import { CommandReadingView } from '../../story/command_reading_view';

/** What the command of the alert's own event hides. */
export const AlertReading = ({ event }: { event: EventSource }): ReactElement => {
  const reading = useMemo(() => {
    const args = getValues(event, 'process.args').map(String);
    return args.length > 0
      ? readCommand(args)
      : readCommandLine(findText(event, 'process.command_line') ?? '');
  }, [event]);
  return <CommandReadingView reading={reading} />;
};
