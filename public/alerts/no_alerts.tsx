import { EuiButton, EuiEmptyPrompt } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement, ReactNode } from 'react';
import type { AlertPage } from '../../common/api/find_alerts';
import type { RuleStatus } from '../../common/api/get_rule';
import { useHost } from '../app/host';
import { useRuleSwitch } from '../rule/use_rule';
import { useTimeFormat, type TimeFormat } from '../text/use_time_format';
import { isNarrowed, type ListState } from './list_state';

/** Why there is no alert to show, and what to do next about it. */
export const NoAlerts = ({
  page,
  state,
  rule,
  onShowAll,
}: {
  page: AlertPage;
  state: ListState;
  rule: RuleStatus | undefined;
  onShowAll: () => void;
}): ReactElement => {
  const elsewhere = Object.values(page.statusCounts).reduce((sum, count) => sum + count, 0);
  if (isNarrowed(state) || elsewhere > 0) {
    return <NothingFits others={isNarrowed(state) ? undefined : elsewhere} onShowAll={onShowAll} />;
  }
  if (rule === undefined) return <Prompt iconType="search" title={nothingText()} />;
  return rule.kind === 'present' && rule.enabled ? <NothingFound rule={rule} /> : <RuleOff />;
};

const NothingFits = ({
  others,
  onShowAll,
}: {
  others: number | undefined;
  onShowAll: () => void;
}): ReactElement => (
  <Prompt
    iconType="search"
    title={
      others === undefined
        ? i18n.translate('webServerRce.noAlerts.noneFits', {
            defaultMessage: 'No alert fits these filters',
          })
        : i18n.translate('webServerRce.noAlerts.queueEmpty', {
            defaultMessage: 'Nothing left to do',
          })
    }
    body={
      others === undefined
        ? i18n.translate('webServerRce.noAlerts.noneFitsBody', {
            defaultMessage: 'Loosen the filters above, or show all alerts again.',
          })
        : i18n.translate('webServerRce.noAlerts.queueEmptyBody', {
            defaultMessage:
              'No alert has one of the chosen statuses. {count, plural, one {# alert has} other {# alerts have}} another one.',
            values: { count: others },
          })
    }
    action={
      <EuiButton onClick={onShowAll} data-test-subj="webServerRceShowAll">
        {i18n.translate('webServerRce.noAlerts.showAll', { defaultMessage: 'Show all alerts' })}
      </EuiButton>
    }
  />
);

const NothingFound = ({
  rule,
}: {
  rule: Extract<RuleStatus, { kind: 'present' }>;
}): ReactElement => {
  const time = useTimeFormat();
  return (
    <Prompt
      iconType="check"
      title={nothingText()}
      body={
        <>
          {toSearchedText(rule, time)}{' '}
          {rule.nextRun !== undefined &&
            i18n.translate('webServerRce.noAlerts.nextRun', {
              defaultMessage: 'The next run is {when}.',
              values: { when: time.relative(rule.nextRun) },
            })}
        </>
      }
    />
  );
};

const toSearchedText = (
  { lastRun, params }: Extract<RuleStatus, { kind: 'present' }>,
  time: TimeFormat
): string => {
  const values = { indices: params.indexPatterns.join(', '), lookBack: params.lookBack };
  return lastRun?.startedAt === undefined
    ? i18n.translate('webServerRce.noAlerts.notRunYet', {
        defaultMessage:
          'The rule is enabled and has not run yet. It will search {indices}, at least the last {lookBack} of events.',
        values,
      })
    : i18n.translate('webServerRce.noAlerts.searched', {
        defaultMessage:
          'The rule last ran {when} and searched {indices}, at least the last {lookBack} of events, without a match.',
        values: { ...values, when: time.relative(lastRun.startedAt) },
      });
};

const RuleOff = (): ReactElement => {
  const { mayWrite } = useHost();
  const { switchRule, isSwitching } = useRuleSwitch();
  return (
    <Prompt
      iconType="bell"
      title={i18n.translate('webServerRce.noAlerts.ruleOff', {
        defaultMessage: 'The rule is off, so nothing is being looked for',
      })}
      body={
        mayWrite
          ? i18n.translate('webServerRce.noAlerts.ruleOffBody', {
              defaultMessage:
                'Enable it, and it keeps looking for web servers that start shells and command-line tools.',
            })
          : i18n.translate('webServerRce.noAlerts.ruleOffReadOnly', {
              defaultMessage:
                'Ask somebody with the privilege “All” of Web Server RCE in this space to enable it.',
            })
      }
      action={
        mayWrite && (
          <EuiButton
            fill
            isLoading={isSwitching}
            onClick={() => switchRule(true)}
            data-test-subj="webServerRceEnableRule"
          >
            {i18n.translate('webServerRce.noAlerts.enable', { defaultMessage: 'Enable the rule' })}
          </EuiButton>
        )
      }
    />
  );
};

const Prompt = ({
  iconType,
  title,
  body,
  action,
}: {
  iconType: string;
  title: string;
  body?: ReactNode;
  action?: ReactNode;
}): ReactElement => (
  <EuiEmptyPrompt
    iconType={iconType}
    titleSize="s"
    title={<h2>{title}</h2>}
    body={<p>{body}</p>}
    actions={action}
    data-test-subj="webServerRceNoAlerts"
  />
);

const nothingText = (): string =>
  i18n.translate('webServerRce.noAlerts.nothing', { defaultMessage: 'No attack found' });
