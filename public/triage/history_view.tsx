import { EuiSkeletonText, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { HistoryEntry } from '../../common/triage/triage';
import { Problem } from '../text/problem';
import { useTimeFormat } from '../text/use_time_format';
import { VisibleText } from '../text/visible_text';
import { toChangeText } from './to_change_text';
import { useStepTitles } from './use_step_titles';
import { useTriage } from './use_triage';

/** Everything people did with an alert, newest first. */
export const HistoryView = ({ alertId }: { alertId: string }): ReactElement => {
  const { data: triage, error, isError, refetch } = useTriage(alertId);
  const stepTitles = useStepTitles(alertId);
  if (isError) {
    return (
      <Problem
        title={i18n.translate('webServerRce.history.notRead', {
          defaultMessage: 'What was done with this alert could not be read',
        })}
        error={error}
        onRetry={() => void refetch()}
      />
    );
  }
  if (triage === undefined) return <EuiSkeletonText lines={2} />;
  return (
    <EuiText size="s" data-test-subj="webServerRceHistory">
      {triage.history.length === 0 && (
        <p>
          {i18n.translate('webServerRce.history.empty', {
            defaultMessage: 'Nobody has done anything with this alert yet.',
          })}
        </p>
      )}
      <ul>
        {[...triage.history].reverse().map((entry, index) => (
          <li key={index}>
            <Entry entry={entry} stepTitles={stepTitles} />
          </li>
        ))}
      </ul>
      {triage.forgotten > 0 && (
        <p>
          {i18n.translate('webServerRce.history.forgotten', {
            defaultMessage:
              '{count, plural, one {# older entry is} other {# older entries are}} no longer kept.',
            values: { count: triage.forgotten },
          })}
        </p>
      )}
    </EuiText>
  );
};

const Entry = ({
  entry: { by, at, change },
  stepTitles,
}: {
  entry: HistoryEntry;
  stepTitles: ReadonlyMap<string, string>;
}): ReactElement => {
  const time = useTimeFormat();
  const facts = [time.full(at), by, toChangeText(change, stepTitles)].filter(
    (fact) => fact !== undefined
  );
  return <VisibleText text={facts.join(' · ')} />;
};
