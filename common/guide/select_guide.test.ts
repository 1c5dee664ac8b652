import { describe, expect, it } from 'vitest';
import { LOCALES, type Locale } from '../i18n/locale';
import { selectGuide } from './select_guide';
import { webServerRule } from '../rule/web_server_rule';

const select = (note: string, locale: Locale): string =>
  selectGuide({ note, ruleId: 'seed' }, locale);

describe('the guide of an alert', () => {
  it.each(LOCALES)(
    'stored in any language we ship comes in %s when that is asked for',
    (locale) => {
      for (const stored of LOCALES) {
        expect(select(webServerRule.text[stored].guide, locale)).toBe(
          webServerRule.text[locale].guide
        );
      }
    }
  );

  it('is recognised with other line ends and without the last one', () => {
    const stored = webServerRule.text.en.guide.trimEnd().replaceAll('\n', '\r\n');
    expect(select(stored, 'zh-CN')).toBe(webServerRule.text['zh-CN'].guide);
  });

  it('is the one of its rule when none is stored', () => {
    expect(select('', 'en')).toBe(webServerRule.text.en.guide);
    expect(select(' \n', 'zh-CN')).toBe(webServerRule.text['zh-CN'].guide);
  });

  it('comes as stored when somebody wrote their own', () => {
    const own = `${webServerRule.text.en.guide}\nCall the web team first.\r\n`;
    expect(select(own, 'zh-CN')).toBe(own);
  });
});
