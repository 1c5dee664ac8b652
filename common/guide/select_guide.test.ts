import { describe, expect, it } from 'vitest';
import { LOCALES } from '../i18n/locale';
import { getRuleText } from '../rule/rule_text';
import { selectGuide } from './select_guide';

describe('the guide of an alert', () => {
  it.each(LOCALES)(
    'stored in any language we ship comes in %s when that is asked for',
    (locale) => {
      for (const stored of LOCALES) {
        expect(selectGuide(getRuleText(stored).guide, locale)).toBe(getRuleText(locale).guide);
      }
    }
  );

  it('is recognised with other line ends and without the last one', () => {
    const stored = getRuleText('en').guide.trimEnd().replaceAll('\n', '\r\n');
    expect(selectGuide(stored, 'zh-CN')).toBe(getRuleText('zh-CN').guide);
  });

  it('is the shipped one when none is stored', () => {
    expect(selectGuide('', 'en')).toBe(getRuleText('en').guide);
    expect(selectGuide(' \n', 'zh-CN')).toBe(getRuleText('zh-CN').guide);
  });

  it('comes as stored when somebody wrote their own', () => {
    const own = `${getRuleText('en').guide}\nCall the web team first.\r\n`;
    expect(selectGuide(own, 'zh-CN')).toBe(own);
  });
});
