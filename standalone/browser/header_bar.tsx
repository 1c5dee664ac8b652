import {
  EuiBadge,
  EuiButtonEmpty,
  EuiButtonIcon,
  EuiHeader,
  EuiHeaderSection,
  EuiHeaderSectionItem,
  EuiHeaderLogo,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useEffect, useState, type ReactElement } from 'react';
import type { Locale } from '../../common/i18n/locale';
import { PLUGIN_ID } from '../../common/product';
import { chooseLanguage } from './language';
import type { Theme } from './theme';

/** The bar above the app: product name, language, light or dark. */
export const HeaderBar = ({
  theme,
  locale,
  isRecording,
}: {
  theme: Theme;
  locale: Locale;
  isRecording: boolean;
}): ReactElement => (
  <header>
    <EuiHeader>
      <EuiHeaderSection>
        <EuiHeaderSectionItem>
          <EuiHeaderLogo iconType="securitySignal" href={`/app/${PLUGIN_ID}`}>
            {i18n.translate('webServerRce.standalone.product', {
              defaultMessage: 'Web Server RCE',
            })}
          </EuiHeaderLogo>
        </EuiHeaderSectionItem>
        {isRecording && (
          <EuiHeaderSectionItem>
            <EuiBadge color="warning" iconType="videoPlayer" data-test-subj="webServerRceRecording">
              {i18n.translate('webServerRce.standalone.recording', {
                defaultMessage: 'Recording of real attacks, not this machine',
              })}
            </EuiBadge>
          </EuiHeaderSectionItem>
        )}
      </EuiHeaderSection>
      <EuiHeaderSection side="right">
        <EuiHeaderSectionItem>
          <LanguageSwitch locale={locale} />
        </EuiHeaderSectionItem>
        <EuiHeaderSectionItem>
          <DarkModeSwitch theme={theme} />
        </EuiHeaderSectionItem>
      </EuiHeaderSection>
    </EuiHeader>
  </header>
);

/** Named in the language it leads to, so that somebody lost in the other one finds the way back. */
const LanguageSwitch = ({ locale }: { locale: Locale }): ReactElement => {
  const [other, name] =
    locale === 'en' ? (['zh-CN', '简体中文'] as const) : (['en', 'English'] as const);
  return (
    <EuiButtonEmpty
      size="s"
      color="text"
      iconType="globe"
      lang={other}
      onClick={() => chooseLanguage(other)}
      data-test-subj="webServerRceLanguage"
    >
      {name}
    </EuiButtonEmpty>
  );
};

const DarkModeSwitch = ({ theme }: { theme: Theme }): ReactElement => {
  const [darkMode, setDarkMode] = useState(false);
  useEffect(() => {
    const subscription = theme.theme$.subscribe((next) => setDarkMode(next.darkMode));
    return () => subscription.unsubscribe();
  }, [theme]);
  return (
    <EuiButtonIcon
      size="s"
      color="text"
      iconType={darkMode ? 'sun' : 'moon'}
      onClick={() => theme.setDarkMode(!darkMode)}
      aria-label={
        darkMode
          ? i18n.translate('webServerRce.standalone.light', { defaultMessage: 'Use light colours' })
          : i18n.translate('webServerRce.standalone.dark', { defaultMessage: 'Use dark colours' })
      }
      data-test-subj="webServerRceDarkMode"
    />
  );
};
