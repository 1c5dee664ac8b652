import { EuiFlexGroup, EuiFlexItem, EuiHealth, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { ReadinessCheck, ReadinessState } from '../../common/readiness/readiness';
import { VisibleText } from '../text/visible_text';
import { toCheckWords } from './check_words';

const COLOURS: Record<ReadinessState, string> = {
  good: 'success',
  doubtful: 'warning',
  bad: 'danger',
  unknown: 'subdued',
};

const MOST_SEEN = 20;

/** One line: state, what was seen, and the fix where it is not in order. */
export const CheckRow = ({
  check: { id, state, seen },
}: {
  check: ReadinessCheck;
}): ReactElement => {
  const { title, fix } = toCheckWords(id);
  return (
    <EuiFlexGroup
      role="listitem"
      gutterSize="m"
      responsive={false}
      data-test-subj={`webServerRceCheck-${id}`}
      data-state={state}
    >
      <EuiFlexItem grow={false} style={{ width: 140 }}>
        <EuiHealth color={COLOURS[state]} textSize="s">
          {toStateText(state)}
        </EuiHealth>
      </EuiFlexItem>
      <EuiFlexItem>
        <EuiText size="s">
          <strong>{title}</strong>
          {seen.length > 0 && (
            <p style={{ overflowWrap: 'anywhere', margin: 0 }}>
              <VisibleText
                text={[...seen.slice(0, MOST_SEEN), ...(seen.length > MOST_SEEN ? ['…'] : [])].join(
                  ', '
                )}
              />
            </p>
          )}
          {state !== 'good' && <p style={{ margin: 0 }}>{fix}</p>}
        </EuiText>
      </EuiFlexItem>
    </EuiFlexGroup>
  );
};

const toStateText = (state: ReadinessState): string => {
  switch (state) {
    case 'good':
      return i18n.translate('webServerRce.readiness.good', { defaultMessage: 'In order' });
    case 'doubtful':
      return i18n.translate('webServerRce.readiness.doubtful', { defaultMessage: 'Look at it' });
    case 'bad':
      return i18n.translate('webServerRce.readiness.bad', { defaultMessage: 'Not in order' });
    case 'unknown':
      return i18n.translate('webServerRce.readiness.unknown', {
        defaultMessage: 'Could not be seen',
      });
  }
};
