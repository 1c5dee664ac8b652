import { EuiButton, EuiEmptyPrompt } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement, ReactNode } from 'react';
import type { AlertPage } from '../../../common/api/find_alerts';
import type { EventSurvey } from '../../../common/api/get_event_survey';
import type { PresentRule, RuleStatus } from '../../../common/api/rule_status';
import { useHost } from '../../app/host';
import { toShownRuleName } from '../../rule/shown_rule_name';
import { useRuleControl } from '../../rule/use_rules';
import { toVisible } from '../../text/split_hidden';
import { useTimeFormat, type TimeFormat } from '../../text/use_time_format';
import { isNarrowed, type ListState } from '../list_state';
import { isMeaningful, SurveyFacts } from './survey_facts';
import { useEventSurvey } from './use_event_survey';

/** Why there is no alert to show, and what to do next about it. */
export const NoAlerts = ({
  page,
  state,
  rules,
  onShowAll,
}: {
  page: AlertPage;
  state: ListState;
  rules: readonly RuleStatus[] | undefined;
  onShowAll: () => void;
}): ReactElement => {
  const elsewhere = Object.values(page.statusCounts).reduce((sum, count) => sum + count, 0);
  if (isNarrowed(state) || elsewhere > 0) {
    return <NothingFits others={isNarrowed(state) ? undefined : elsewhere} onShowAll={onShowAll} />;
  }
  if (rules === undefined) return <Prompt iconType="search" title={noAlertText()} />;
  const enabled = rules.filter((rule) => rule.kind === 'present').filter((rule) => rule.enabled);
  return enabled.length > 0 ? <NothingFound rules={enabled} /> : <RulesOff rules={rules} />;
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

const NothingFound = ({ rules }: { rules: readonly PresentRule[] }): ReactElement => {
  const { locale } = useHost();
  const time = useTimeFormat();
  const { data: survey } = useEventSurvey();
  const isClear = survey !== undefined && isMeaningful(survey) && rules.every(hasSearched);
  return (
    <Prompt
      iconType={isClear ? 'check' : 'search'}
      title={toNothingText(survey, isClear)}
      body={
        <>
          {rules.map((rule) => (
            <p key={rule.id}>
              {toSearchedText(rule, toVisible(toShownRuleName(rule, locale)), time)}{' '}
              {rule.nextRun !== undefined &&
                i18n.translate('webServerRce.noAlerts.nextRun', {
                  defaultMessage: 'The next run is {when}.',
                  values: { when: time.relative(rule.nextRun) },
                })}
            </p>
          ))}
          {survey !== undefined && <SurveyFacts survey={survey} />}
        </>
      }
    />
  );
};

const toSearchedText = (
  { lastRun, params }: PresentRule,
  name: string,
  time: TimeFormat
): string => {
  const values = { name, indices: params.indexPatterns.join(', '), lookBack: params.lookBack };
  return lastRun?.startedAt === undefined
    ? i18n.translate('webServerRce.noAlerts.notRunYet', {
        defaultMessage:
          '“{name}” is enabled and has not run yet. It will search {indices}, at least the last {lookBack} of events.',
        values,
      })
    : i18n.translate('webServerRce.noAlerts.searched', {
        defaultMessage:
          '“{name}” last ran {when} and searched {indices}, at least the last {lookBack} of events, without a match.',
        values: { ...values, when: time.relative(lastRun.startedAt) },
      });
};

const RulesOff = ({ rules }: { rules: readonly RuleStatus[] }): ReactElement => {
  const { mayWrite } = useHost();
  const { switchRules, isBusy } = useRuleControl();
  return (
    <Prompt
      iconType="bell"
      title={i18n.translate('webServerRce.noAlerts.ruleOff', {
        defaultMessage: 'No rule is on, so nothing is being looked for',
      })}
      body={
        mayWrite
          ? i18n.translate('webServerRce.noAlerts.ruleOffBody', {
              defaultMessage:
                'Enable the rules, and they keep looking for web servers that start shells and command-line tools.',
            })
          : i18n.translate('webServerRce.noAlerts.ruleOffReadOnly', {
              defaultMessage:
                'Ask somebody with the privilege “All” of Web Server RCE in this space to enable the rules.',
            })
      }
      action={
        mayWrite && (
          <EuiButton
            fill
            isLoading={isBusy}
            onClick={() =>
              switchRules(
                rules.filter((rule) => rule.kind === 'absent' || !rule.isCopy),
                true
              )
            }
            data-test-subj="webServerRceEnableRules"
          >
            {i18n.translate('webServerRce.noAlerts.enable', { defaultMessage: 'Enable the rules' })}
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
    body={typeof body === 'string' ? <p>{body}</p> : body}
    actions={action}
    data-test-subj="webServerRceNoAlerts"
  />
);

const hasSearched = ({ lastRun }: PresentRule): boolean =>
  lastRun?.startedAt !== undefined && lastRun.outcome !== 'failed';

/** Nothing found is said only of what was searched. */
const toNothingText = (survey: EventSurvey | undefined, isClear: boolean): string => {
  if (isClear) {
    return i18n.translate('webServerRce.noAlerts.nothing', { defaultMessage: 'No attack found' });
  }
  return survey?.events === 0 ? noEventText() : noAlertText();
};

const noEventText = (): string =>
  i18n.translate('webServerRce.noAlerts.noEvent', {
    defaultMessage: 'There are no events to search',
  });

const noAlertText = (): string =>
  i18n.translate('webServerRce.noAlerts.noAlert', { defaultMessage: 'No alert so far' });
