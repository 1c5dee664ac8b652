import { expect, test } from 'vitest';
import { alertFilterSchema } from '../../api/find_alerts';
import { findSource, listSourceAddresses } from './source_address';

test('reads an address in any notation, and nothing else', () => {
  expect(
    ['203.0.113.9', '2001:DB8:0:0::1', '::ffff:203.0.113.9', 'unknown'].map(findSource)
  ).toEqual(['203.0.113.9', '2001:db8::1', '203.0.113.9', 'unknown']);
  for (const text of ['', 'evil.example', '203.0.113.0/24', '203.0.113.9, 10.0.0.1', '999.1.1.1']) {
    expect(findSource(text)).toBeUndefined();
  }
});

test('a filter takes what Elasticsearch can look up, and nothing that would fail there', () => {
  const takes = (source: string): boolean =>
    alertFilterSchema.safeParse({ sources: [source] }).success;
  expect(['203.0.113.9', '2001:db8::1', 'unknown'].map(takes)).toEqual([true, true, true]);
  expect(['2001:DB8::1', '203.0.113.0/24', 'x', ''].map(takes)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test('lists the addresses of a document, malformed ones left out', () => {
  expect(listSourceAddresses({ source: { ip: ['junk', '203.0.113.9'] } })).toEqual(['203.0.113.9']);
  expect(listSourceAddresses({ source: { address: '203.0.113.9' } })).toEqual([]);
});
