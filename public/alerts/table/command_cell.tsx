import { EuiText, useEuiTheme } from '@elastic/eui';
import type { CSSProperties, ReactElement } from 'react';
import type { ListedAlert } from '../../../common/alert/listed_alert';
import { shorten } from '../../../common/alert/shorten';
import { SecurityBadge } from '../../security_alerts/security_badge';
import { toVisible } from '../../text/split_hidden';
import { Truncated } from '../../text/truncated';
import { VisibleText } from '../../text/visible_text';
import { SignTags } from '../signs/sign_tags';

/** A script's path; who and where stand behind it. */
const LONGEST_ROOT = 70;
/** As many as fit beside the rest on a narrow screen. */
const MOST_TAGS = 3;

const ONE_LINE: CSSProperties = {
  display: 'flex',
  alignItems: 'center',
  gap: 6,
  minWidth: 0,
  whiteSpace: 'nowrap',
  overflow: 'hidden',
};

/** What an attacker ran, as far as one command says it. */
export const toShownCommand = ({
  tellingCommand,
  command,
  process,
}: ListedAlert): string | undefined => tellingCommand ?? command ?? process;

/** What was run, and below it what speaks against it and where: by which server, as whom, on which host. */
export const CommandCell = ({ alert }: { alert: ListedAlert }): ReactElement => {
  const { euiTheme } = useEuiTheme();
  return (
    <div style={{ minWidth: 0, width: '100%' }}>
      <Truncated text={toShownCommand(alert)} monospace />
      <div style={{ ...ONE_LINE, marginTop: euiTheme.size.xs }}>
        <SecurityBadge alert={alert} />
        <SignTags kinds={alert.signKinds} most={MOST_TAGS} />
        <Place alert={alert} />
      </div>
    </div>
  );
};

const Place = ({
  alert: { parent, process, command, tellingCommand, user, host },
}: {
  alert: ListedAlert;
}): ReactElement => {
  // Which script it came through is told here where it is not told above.
  const root = tellingCommand === undefined ? process : shorten(command ?? '', LONGEST_ROOT);
  const started = [parent, root].filter((name) => name !== undefined).join(' → ');
  const text = [started, user, host]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ');
  return (
    <EuiText
      size="xs"
      color="subdued"
      title={toVisible(text)}
      style={{ minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' }}
    >
      <VisibleText text={text} />
    </EuiText>
  );
};
