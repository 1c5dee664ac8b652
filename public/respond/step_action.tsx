import { EuiButtonEmpty, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { Alert } from '../../common/alert/alert';
import { toCaseTimes } from '../../common/report/case_times';
import { RESPONSE_STEP, toResponseCommands } from '../../common/triage/response_commands';
import type { ResponseFacts } from '../../common/triage/response_facts';
import { NO_TRIAGE } from '../../common/triage/triage';
import { useFlyoutPlace } from '../flyout/use_flyout_place';
import { RequestView } from '../request/request_view';
import { IndicatorRow } from '../story/indicator_row';
import { useTriage } from '../triage/use_triage';
import { CommandList } from './command_list';

/** The best that can be done for a step of the customer's response: commands, a search, or the tab that answers it. */
export const StepAction = ({
  alert,
  step,
  facts,
}: {
  alert: Alert;
  step: string;
  facts: ResponseFacts;
}): ReactElement | null => {
  const { showTab } = useFlyoutPlace();
  const commands = toResponseCommands(step, facts);
  if (commands.length > 0) return <CommandList commands={commands} />;
  switch (step) {
    case RESPONSE_STEP.searchHosts:
      return facts.indicators.length === 0 ? null : (
        <>
          <EuiText size="xs" color="subdued">
            {i18n.translate('webServerRce.respond.search', {
              defaultMessage: 'The magnifying glass shows the alerts of all hosts that have it.',
            })}
          </EuiText>
          {facts.indicators.map((indicator) => (
            <IndicatorRow key={`${indicator.kind} ${indicator.value}`} indicator={indicator} />
          ))}
        </>
      );
    case RESPONSE_STEP.backdoors:
      return (
        <EuiButtonEmpty size="xs" iconType="inspect" onClick={() => showTab('investigate')}>
          {i18n.translate('webServerRce.respond.backdoors', {
            defaultMessage: 'Ask for keys, services, timers, jobs and listeners under Investigate',
          })}
        </EuiButtonEmpty>
      );
    case RESPONSE_STEP.vector:
      return <RequestView alert={alert} />;
    case RESPONSE_STEP.times:
      return <Times alert={alert} />;
    default:
      return null;
  }
};

const Times = ({ alert }: { alert: Alert }): ReactElement => {
  const { data: triage = NO_TRIAGE } = useTriage(alert.id);
  const { toDetect, toAcknowledge, toClose } = toCaseTimes(alert, triage);
  const toText = (seconds: number | undefined): string =>
    seconds === undefined
      ? i18n.translate('webServerRce.respond.notYet', { defaultMessage: 'not yet' })
      : i18n.translate('webServerRce.respond.seconds', {
          defaultMessage: '{seconds, number} s',
          values: { seconds },
        });
  return (
    <EuiText size="s" data-test-subj="webServerRceTimes">
      {i18n.translate('webServerRce.respond.times', {
        defaultMessage:
          'Detected {detected} after the event; acknowledged {acknowledged} and closed {closed} after the alert.',
        values: {
          detected: toText(toDetect),
          acknowledged: toText(toAcknowledge),
          closed: toText(toClose),
        },
      })}
    </EuiText>
  );
};
