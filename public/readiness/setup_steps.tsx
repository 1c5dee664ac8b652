import { EuiSteps, EuiText, EuiTitle, EuiSpacer } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { ReadinessCheck } from '../../common/readiness/readiness';

/** The set-up of Elastic Defend as steps that tick themselves. Only where there is a Fleet to set it up in. */
export const SetupSteps = ({
  checks,
}: {
  checks: readonly ReadinessCheck[];
}): ReactElement | null => {
  const find = (id: ReadinessCheck['id']): ReadinessCheck | undefined =>
    checks.find((check) => check.id === id);
  const defend = find('defend_agents');
  if (defend === undefined) return null;
  const hasDefend = defend.state === 'good' || defend.state === 'doubtful';
  const hasEvents = find('events_recent')?.state === 'good';
  const hasRule = find('rule_on')?.state !== 'bad';
  const steps = [
    { isDone: defend.state !== 'unknown', ...fleetStep() },
    { isDone: hasDefend, ...defendStep() },
    { isDone: hasEvents, ...eventStep() },
    { isDone: hasRule, ...ruleStep() },
  ];
  return (
    <section aria-label={titleText()} data-test-subj="webServerRceSetupSteps">
      <EuiTitle size="s">
        <h2>{titleText()}</h2>
      </EuiTitle>
      <EuiSpacer size="m" />
      <EuiSteps
        titleSize="xs"
        steps={steps.map(({ isDone, title, body }) => ({
          title,
          status: isDone ? ('complete' as const) : ('incomplete' as const),
          children: (
            <EuiText size="s">
              <p>{body}</p>
            </EuiText>
          ),
        }))}
      />
    </section>
  );
};

const titleText = (): string =>
  i18n.translate('webServerRce.setup.title', { defaultMessage: 'Setting Elastic Defend up' });

interface StepWords {
  readonly title: string;
  readonly body: string;
}

const fleetStep = (): StepWords => ({
  title: i18n.translate('webServerRce.setup.fleet', { defaultMessage: 'Configure Fleet' }),
  body: i18n.translate('webServerRce.setup.fleetBody', {
    defaultMessage: 'Elastic Defend is managed through Fleet, which needs a Fleet Server.',
  }),
});
const defendStep = (): StepWords => ({
  title: i18n.translate('webServerRce.setup.defend', {
    defaultMessage: 'Add Elastic Defend to an agent policy, and the agent to the hosts',
  }),
  body: i18n.translate('webServerRce.setup.defendBody', {
    defaultMessage:
      'Add integrations → Elastic Defend → Add Elastic Defend. Traditional Endpoints or Cloud Workloads, Complete EDR, then Save and continue and Add Elastic Agent to your hosts.',
  }),
});
const eventStep = (): StepWords => ({
  title: i18n.translate('webServerRce.setup.events', { defaultMessage: 'Wait for events' }),
  body: i18n.translate('webServerRce.setup.eventsBody', {
    defaultMessage: 'The first process events come within minutes after the agent is enrolled.',
  }),
});
const ruleStep = (): StepWords => ({
  title: i18n.translate('webServerRce.setup.rule', { defaultMessage: 'Switch the rules on' }),
  body: i18n.translate('webServerRce.setup.ruleBody', {
    defaultMessage: 'On the page of each rule.',
  }),
});
