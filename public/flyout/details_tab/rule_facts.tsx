import { EuiCodeBlock, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { Alert } from '../../../common/alert/alert';
import { useHost } from '../../app/host';
import { MarkdownText } from '../../text/markdown_text';
import { SafeLink } from '../../text/safe_link';
import { Section } from '../section';
import { toReadersLanguage } from '../../../common/rule/to_readers_language';

/** What the rule said of itself when it raised the alert: what it looks for and how much to trust it. */
export const RuleFacts = ({ alert }: { alert: Alert }): ReactElement => {
  const { locale } = useHost();
  return (
    <>
      <MarkdownText text={toReadersLanguage(alert.ruleDescription, locale)} />
      <Section
        title={i18n.translate('webServerRce.ruleTab.falsePositives', {
          defaultMessage: 'Known false positives',
        })}
      >
        <EuiText size="s">
          <ul>
            {alert.falsePositives.map((cause) => (
              <li key={cause}>{toReadersLanguage(cause, locale)}</li>
            ))}
          </ul>
        </EuiText>
      </Section>
      {alert.query !== '' && (
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
      )}
      {alert.references.length > 0 && (
        <Section
          title={i18n.translate('webServerRce.ruleTab.references', {
            defaultMessage: 'References',
          })}
        >
          <EuiText size="s">
            <ul>
              {alert.references.map((url) => (
                <li key={url}>
                  <SafeLink url={url}>{url}</SafeLink>
                </li>
              ))}
            </ul>
          </EuiText>
        </Section>
      )}
    </>
  );
};
