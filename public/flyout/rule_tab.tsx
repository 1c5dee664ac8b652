import { EuiCodeBlock, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { Alert } from '../../common/alert/alert';
import { getRuleText } from '../../common/rule/rule_text';
import { useHost } from '../app/host';
import { MarkdownText } from '../text/markdown_text';
import { Section } from './section';

/** What the rule looks for and how much to trust it. */
export const RuleTab = ({ alert }: { alert: Alert }): ReactElement => {
  const { locale } = useHost();
  const text = getRuleText(locale);
  return (
    <>
      <MarkdownText text={text.description} />
      <Section
        title={i18n.translate('webServerRce.ruleTab.falsePositives', {
          defaultMessage: 'Known false positives',
        })}
      >
        <EuiText size="s">
          <ul>
            {text.falsePositives.map((cause) => (
              <li key={cause}>{cause}</li>
            ))}
          </ul>
        </EuiText>
      </Section>
      <Section
        title={i18n.translate('webServerRce.ruleTab.query', {
          defaultMessage: 'Query that raised this alert',
        })}
      >
        <EuiCodeBlock
          language="eql"
          isCopyable
          fontSize="s"
          paddingSize="s"
          whiteSpace="pre-wrap"
          style={{ overflowWrap: 'anywhere' }}
        >
          {alert.query}
        </EuiCodeBlock>
      </Section>
      <Section title={i18n.translate('webServerRce.ruleTab.setup', { defaultMessage: 'Set-up' })}>
        <MarkdownText text={text.setup} />
      </Section>
    </>
  );
};
