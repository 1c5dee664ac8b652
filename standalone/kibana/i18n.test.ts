import { afterEach, expect, test } from 'vitest';
import { i18n } from './i18n';

afterEach(() => i18n.init({ locale: 'en', messages: {} }));

const rows = (count: number): string =>
  i18n.translate('webServerRce.test.rows', {
    defaultMessage: '{count, plural, one {# row} other {# rows}} of {table}',
    values: { count, table: 'processes' },
  });

test('words the English default with its plural and values', () => {
  expect(rows(1)).toBe('1 row of processes');
  expect(rows(1200)).toBe('1,200 rows of processes');
});

test('words the translation once a language is set, and the default where it has none', () => {
  i18n.init({ locale: 'zh-CN', messages: { 'webServerRce.test.rows': '{table} 的 {count} 行' } });
  expect(i18n.getLocale()).toBe('zh-CN');
  expect(rows(3)).toBe('processes 的 3 行');
  expect(i18n.translate('webServerRce.test.other', { defaultMessage: 'Other' })).toBe('Other');
});

test('puts values in as they are: neither tags nor braces in them mean anything', () => {
  const hostile = '<b>{x}</b> \u202e $& {{y}}';
  expect(
    i18n.translate('webServerRce.test.value', {
      defaultMessage: 'Value {value}',
      values: { value: hostile },
    })
  ).toBe(`Value ${hostile}`);
});

test('does not find a message under the name of an inherited property', () => {
  expect(i18n.translate('constructor', { defaultMessage: 'Default' })).toBe('Default');
});
