import { expect, test } from 'vitest';
import { z } from 'zod';
import { RULES } from '../../common/rule/rules';
import { readText } from './repository';

const { messages } = z
  .object({ messages: z.record(z.string()) })
  .parse(JSON.parse(readText('translations/zh-CN.json')));

const texts: readonly [name: string, text: string][] = [
  ...Object.entries(messages),
  ...RULES.flatMap(({ id, text }): [string, string][] => {
    const { name, description, falsePositives, guide } = text['zh-CN'];
    return [
      [`${id}: name`, name],
      [`${id}: description`, description],
      [`${id}: guide`, guide],
      ...falsePositives.map((one): [string, string] => [`${id}: false positive`, one]),
    ];
  }),
];

/** What stands in a place that is filled later is not ours. */
const withoutPlaces = (text: string): string => text.replace(/\{[^{}]*\}/g, '');

test.each([
  ['an agent is Agent or 终端代理', /(?<!终端|反向)代理/],
  ['settings are said once', /设置[的中]?设置/],
  ['a blank stands between words and digits', /\p{sc=Han}[0-9A-Za-z]|[0-9A-Za-z]\p{sc=Han}/u],
  ['triage is 研判', /分诊|分类/],
  ['runs of Osquery are 查询记录', /Osquery 运行|运行 Osquery 的记录/],
])('%s', (_rule, wrong) => {
  const found = texts.filter(([, text]) => wrong.test(withoutPlaces(text)));
  expect(found).toEqual([]);
});

test('acknowledging says what it does to the alert', () => {
  expect(messages['webServerRce.status.acknowledge']).toBe('标记为已确认');
});
