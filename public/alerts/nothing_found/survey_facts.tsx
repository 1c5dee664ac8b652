import { EuiCallOut, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { EventSurvey } from '../../../common/api/get_event_survey';
import { toVisible } from '../../text/split_hidden';
import { useTimeFormat } from '../../text/use_time_format';

/** Whether finding nothing means anything: events of the right kind were there, and all could be read. */
export const isMeaningful = ({ events, absentFields, problems }: EventSurvey): boolean =>
  events > 0 && absentFields.length === 0 && problems.length === 0;

/** What was read: how many events, how new they are on each host, and what they lack. */
export const SurveyFacts = ({ survey }: { survey: EventSurvey }): ReactElement => {
  const time = useTimeFormat();
  const { events, isAtLeast, hosts, absentFields, problems } = survey;
  return (
    <>
      <EuiText size="s" data-test-subj="webServerRceSurvey">
        <p>
          {isAtLeast && events > 0
            ? i18n.translate('webServerRce.survey.eventsAtLeast', {
                defaultMessage: 'At least {events, number} events were there to search.',
                values: { events },
              })
            : i18n.translate('webServerRce.survey.events', {
                defaultMessage:
                  '{events, plural, =0 {No event was} one {# event was} other {# events were}} there to search.',
                values: { events },
              })}
        </p>
        {hosts.length > 0 && (
          <ul>
            {hosts.map(({ name, newest }) => (
              <li key={name}>
                {i18n.translate('webServerRce.survey.host', {
                  defaultMessage: '{host}: newest event {when}',
                  values: { host: toVisible(name), when: time.relative(newest) },
                })}
              </li>
            ))}
          </ul>
        )}
      </EuiText>
      {absentFields.length > 0 && events > 0 && (
        <Warning
          text={i18n.translate('webServerRce.survey.absentFields', {
            defaultMessage:
              'None of them has {fields}, which the rules ask for: what depends on these fields can’t be found.',
            values: { fields: absentFields.join(', ') },
          })}
        />
      )}
      {problems.map((problem) => (
        <Warning key={problem} text={toVisible(problem)} />
      ))}
    </>
  );
};

const Warning = ({ text }: { text: string }): ReactElement => (
  <>
    <EuiSpacer size="s" />
    <EuiCallOut size="s" color="warning" iconType="warning" title={text} />
  </>
);
