import { EuiEmptyPrompt, EuiPageTemplate, EuiSkeletonText, EuiSpacer } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useEffect, type ReactElement } from 'react';
import { useHistory } from 'react-router-dom';
import type { PresentRule, RuleStatus } from '../../../common/api/rule_status';
import { toPageTitle } from '../../alerts/page_title';
import { useHost } from '../../app/host';
import { useLink } from '../../app/use_link';
import { ExceptionsTab } from '../../exception/exceptions_tab';
import { RunsTab } from '../../runs/runs_tab';
import { Problem } from '../../text/problem';
import { toVisible } from '../../text/split_hidden';
import { RuleRow } from '../rule_row';
import { RuleSettings } from '../rule_settings';
import { RunMessages } from '../run_messages';
import { toShownRuleName } from '../shown_rule_name';
import { useRules } from '../use_rules';
import { RULE_TABS, toRulePath, toRuleTabName, type RuleTab } from './rule_tab';

const REFRESH_MS = 10_000;

/** All about one rule: whether it is on, what it searches, what is excepted from it, and how its runs went. */
export const RulePage = ({ id, tab }: { id: string; tab: RuleTab }): ReactElement => {
  const { locale, showPlace } = useHost();
  const history = useHistory();
  const rules = useRules(REFRESH_MS);
  const toLink = useLink();
  const rule = findRule(rules.data?.rules ?? [], id);
  const title = rule === undefined ? id : toVisible(toShownRuleName(rule, locale));
  useEffect(
    () => showPlace([{ text: toPageTitle(), open: () => history.push('/') }, { text: title }]),
    [showPlace, history, title]
  );
  return (
    <EuiPageTemplate restrictWidth={false} grow paddingSize="l" offset={0}>
      <EuiPageTemplate.Header
        pageTitle={title}
        paddingSize="m"
        {...(rule?.kind === 'present' && {
          tabs: RULE_TABS.map((one) => ({
            label: toRuleTabName(one),
            isSelected: one === tab,
            ...toLink(toRulePath(rule.id, one)),
            'data-test-subj': `webServerRceRuleTab-${one}`,
          })),
        })}
      >
        {rule && <RuleRow rule={rule} isOnItsPage />}
      </EuiPageTemplate.Header>
      <EuiPageTemplate.Section paddingSize="m" data-test-subj="webServerRceRulePage">
        {rule ? (
          <RuleContent rule={rule} tab={tab} />
        ) : rules.isError ? (
          <Problem
            title={i18n.translate('webServerRce.rule.notRead', {
              defaultMessage: 'The state of the rules could not be read',
            })}
            error={rules.error}
            onRetry={() => void rules.refetch()}
          />
        ) : rules.data === undefined ? (
          <EuiSkeletonText lines={8} />
        ) : (
          <EuiEmptyPrompt
            iconType="search"
            title={
              <h2>
                {i18n.translate('webServerRce.rulePage.none', {
                  defaultMessage: 'There is no such rule in this space',
                })}
              </h2>
            }
            body={
              <p>
                {i18n.translate('webServerRce.rulePage.noneBody', {
                  defaultMessage:
                    'It may have been deleted, or belong to another space. The rules of this one stand in the bar above.',
                })}
              </p>
            }
          />
        )}
      </EuiPageTemplate.Section>
    </EuiPageTemplate>
  );
};

/** By the id of the saved rule, or by that of its definition, which is the same in every space and so can be written down. */
const findRule = (rules: readonly RuleStatus[], id: string): RuleStatus | undefined =>
  rules.find((known) => known.id === id) ?? rules.find(({ ruleId }) => ruleId === id);

const RuleContent = ({ rule, tab }: { rule: RuleStatus; tab: RuleTab }): ReactElement =>
  rule.kind === 'present' ? (
    <>
      <RunMessages rule={rule} />
      <TabOf key={rule.id} rule={rule} tab={tab} />
    </>
  ) : (
    <EuiEmptyPrompt
      iconType="play"
      title={
        <h2>
          {i18n.translate('webServerRce.rulePage.absent', {
            defaultMessage: 'Switch the rule on to create it',
          })}
        </h2>
      }
      body={
        <p>
          {i18n.translate('webServerRce.rulePage.absentBody', {
            defaultMessage:
              'It starts with the shipped settings. Then it can be changed, and it has exceptions and runs.',
          })}
        </p>
      }
    />
  );

const TabOf = ({ rule, tab }: { rule: PresentRule; tab: RuleTab }): ReactElement => {
  switch (tab) {
    case 'settings':
      return (
        <>
          <EuiSpacer size="s" />
          <RuleSettings rule={rule} />
        </>
      );
    case 'exceptions':
      return <ExceptionsTab rule={rule} />;
    case 'runs':
      return <RunsTab rule={rule} />;
  }
};
