import { EuiCallOut, EuiFlexGroup, EuiFlexItem, EuiLink, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { Mono } from '../../text/mono';
import { VisibleText } from '../../text/visible_text';
import { RunMark } from './run_mark';
import type { RunTone } from '../run_words';

interface RunSentenceProps {
  readonly tone: RunTone;
  readonly text: string;
  /** Somebody else's words: Osquery's or Kibana's own. */
  readonly words: string;
  readonly onReadAgain?: (() => void) | undefined;
}

/** The state of a run in one sentence, read out when it changes. */
export const RunSentence = ({ tone, text, words, onReadAgain }: RunSentenceProps): ReactElement => (
  <div role="status" aria-live="polite" data-test-subj="webServerRceRunState">
    {tone === 'warning' || tone === 'danger' ? (
      <EuiCallOut size="s" color={tone} iconType="warning" title={text}>
        {words !== '' && (
          <p style={{ overflowWrap: 'anywhere' }}>
            <Mono strong>
              <VisibleText text={words} />
            </Mono>
          </p>
        )}
        {onReadAgain !== undefined && (
          <p>
            <EuiLink onClick={onReadAgain}>
              {i18n.translate('webServerRce.run.readAgain', { defaultMessage: 'Ask again' })}
            </EuiLink>
          </p>
        )}
      </EuiCallOut>
    ) : (
      <Line tone={tone} text={text} />
    )}
  </div>
);

const Line = ({ tone, text }: { tone: RunTone; text: string }): ReactElement => (
  <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false}>
    <EuiFlexItem grow={false}>
      <RunMark tone={tone} />
    </EuiFlexItem>
    <EuiFlexItem>
      <EuiText size="s">{text}</EuiText>
    </EuiFlexItem>
  </EuiFlexGroup>
);
