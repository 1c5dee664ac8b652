import { EuiButton, EuiFlexGroup, EuiFlexItem, EuiFormRow } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import { searchAgain } from '../../common/api/runs/search_again';
import type { Period } from '../../common/story/period';
import { toMoment } from '../alerts/filters/local_moment';
import { useHost } from '../app/host';
import { LocalMomentField } from '../text/local_moment_field';

/** Asks for a period of the past. */
export const SearchAgainForm = ({
  onAsk,
  isAsking,
}: {
  onAsk: (period: Period) => void;
  isAsking: boolean;
}): ReactElement => {
  const { now } = useHost();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const parsed = searchAgain.body.safeParse({ from: toMoment(from), to: toMoment(to) });
  const isOver = parsed.success && Date.parse(parsed.data.to) <= now().getTime();
  const isWrong = from !== '' && to !== '' && !isOver;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (parsed.success && isOver) onAsk(parsed.data);
      }}
    >
      <EuiFormRow
        fullWidth
        isInvalid={isWrong}
        error={helpText()}
        helpText={isWrong ? undefined : helpText()}
      >
        <EuiFlexGroup gutterSize="s" alignItems="flexEnd" wrap responsive={false}>
          <EuiFlexItem grow={false}>
            <EuiFormRow label={fromText()}>
              <LocalMomentField value={from} onChange={setFrom} testId="webServerRceAgainFrom" />
            </EuiFormRow>
          </EuiFlexItem>
          <EuiFlexItem grow={false}>
            <EuiFormRow label={toText()}>
              <LocalMomentField value={to} onChange={setTo} testId="webServerRceAgainTo" />
            </EuiFormRow>
          </EuiFlexItem>
          <EuiFlexItem grow={false}>
            <EuiButton
              type="submit"
              isLoading={isAsking}
              isDisabled={!isOver}
              data-test-subj="webServerRceSearchAgain"
            >
              {i18n.translate('webServerRce.runs.search', { defaultMessage: 'Search again' })}
            </EuiButton>
          </EuiFlexItem>
        </EuiFlexGroup>
      </EuiFormRow>
    </form>
  );
};

const fromText = (): string => i18n.translate('webServerRce.runs.from', { defaultMessage: 'From' });
const toText = (): string => i18n.translate('webServerRce.runs.to', { defaultMessage: 'To' });
const helpText = (): string =>
  i18n.translate('webServerRce.runs.againHelp', {
    defaultMessage:
      'A period of the past, at most 31 days long. Gaps after an outage are caught up on without it; what has an alert already gets no second one.',
  });
