import { EuiFlexGroup, EuiFlexItem, EuiHealth, EuiLink, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { toPageTitle } from '../alerts/page_title';
import { READINESS_PATH, toReadinessTitle } from '../readiness/readiness_title';
import { RUN_COLOURS, toLastRunText } from '../rule/last_run';
import { toRulePath } from '../rule/page/rule_tab';
import { toShownRuleName } from '../rule/shown_rule_name';
import { useRules } from '../rule/use_rules';
import { toVisible } from '../text/split_hidden';
import { useTimeFormat } from '../text/use_time_format';
import { useHost } from './host';
import { useLink } from './use_link';

const REFRESH_MS = 30_000;

/** On every page: the way to the others, and how each rule's last run went. */
export const PageBar = (): ReactElement => {
  const { locale } = useHost();
  const rules = useRules(REFRESH_MS);
  const time = useTimeFormat();
  const toLink = useLink();
  return (
    <nav
      aria-label={i18n.translate('webServerRce.bar.label', {
        defaultMessage: 'Pages of Web Server RCE',
      })}
      style={{ padding: '8px 16px' }}
      data-test-subj="webServerRcePageBar"
    >
      <EuiText size="xs">
        <EuiFlexGroup gutterSize="m" alignItems="center" wrap responsive={false}>
          <EuiFlexItem grow={false}>
            <EuiLink {...toLink('/')}>{toPageTitle()}</EuiLink>
          </EuiFlexItem>
          <EuiFlexItem grow={false}>
            <EuiLink {...toLink(READINESS_PATH)} data-test-subj="webServerRceBarReadiness">
              {toReadinessTitle()}
            </EuiLink>
          </EuiFlexItem>
          {rules.data?.rules.map((rule) => (
            <EuiFlexItem key={rule.id} grow={false}>
              <EuiLink
                {...toLink(toRulePath(rule.id, rule.kind === 'present' ? 'runs' : 'settings'))}
                data-test-subj={`webServerRceBarRule-${rule.ruleId}`}
              >
                <EuiHealth
                  textSize="xs"
                  color={
                    rule.kind === 'present' && rule.enabled && rule.lastRun !== undefined
                      ? RUN_COLOURS[rule.lastRun.outcome]
                      : 'subdued'
                  }
                >
                  {toVisible(toShownRuleName(rule, locale))}
                  {' · '}
                  {rule.kind === 'present' && rule.enabled
                    ? toLastRunText(rule.lastRun, time)
                    : i18n.translate('webServerRce.bar.off', { defaultMessage: 'off' })}
                </EuiHealth>
              </EuiLink>
            </EuiFlexItem>
          ))}
        </EuiFlexGroup>
      </EuiText>
    </nav>
  );
};
