import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { findMessages } from './find_messages';
import { findPlaces } from './find_places';
import { listSources, readText } from './repository';

const catalogueSchema = z.object({ messages: z.record(z.string()) }).strict();
const { messages: chinese } = catalogueSchema.parse(
  JSON.parse(readText('translations/zh-CN.json'))
);

const found = listSources('common', 'server', 'public', 'engines', 'standalone').flatMap(
  findMessages
);
const english = new Map(found.map(({ id, defaultMessage }) => [id ?? '', defaultMessage ?? '']));

describe('the messages in the sources', () => {
  test('are written out with an id and an English text, so that they can be found', () => {
    expect(found.filter(({ id, defaultMessage }) => !id || !defaultMessage)).toEqual([]);
  });

  test('have ids of this plugin, each with one English text', () => {
    for (const { id, defaultMessage, path } of found) {
      expect(id, path).toMatch(/^webServerRce\.[a-zA-Z]+(\.[a-zA-Z0-9]+)+$/);
      expect(defaultMessage, `${id} in ${path}`).toBe(english.get(id ?? ''));
    }
  });

  test('are given exactly the values they have places for', () => {
    for (const { id, defaultMessage, valueNames } of found) {
      if (valueNames === undefined) continue;
      expect([...valueNames].sort(), id).toEqual(findPlaces(defaultMessage ?? '', 'en'));
    }
  });
});

describe('translations/zh-CN.json', () => {
  test('translates every message, and none that is not there', () => {
    expect(Object.keys(chinese).sort()).toEqual([...english.keys()].sort());
  });

  test('has the same places in its texts as the English ones', () => {
    for (const [id, text] of Object.entries(chinese)) {
      expect(findPlaces(text, 'zh-CN'), id).toEqual(findPlaces(english.get(id) ?? '', 'en'));
    }
  });

  test('like the English texts, uses no quoting, which Kibana 8.12 and later parse differently', () => {
    for (const text of [...Object.values(chinese), ...english.values()]) {
      expect(text).not.toMatch(/'[{}<|#']|\\[{}]/);
    }
  });
});
