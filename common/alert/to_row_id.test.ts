import { expect, test } from 'vitest';
import type { SourceEvent } from '../event/source_event';
import { toRowId } from './to_row_id';

const toEvent = (entityId: string, host = 'h'): SourceEvent => ({
  id: 'e',
  index: 'logs',
  source: {
    '@timestamp': '2026-11-24T12:00:00.000Z',
    event: { category: ['process'], type: ['start'], action: 'exec' },
    host: { id: host, name: host, os: { type: 'linux' } },
    process: {
      ...{ entity_id: entityId, name: 'sh', executable: '/usr/bin/sh', args: ['sh'] },
      parent: { entity_id: 'p', name: 'nginx', executable: '/usr/sbin/nginx' },
    },
  },
});

test('is one for all alerts about one process, and another on another host', () => {
  expect(toRowId(toEvent('a'))).toBe(toRowId({ ...toEvent('a'), id: 'other' }));
  expect(toRowId(toEvent('a'))).not.toBe(toRowId(toEvent('b')));
  expect(toRowId(toEvent('a'))).not.toBe(toRowId(toEvent('a', 'i')));
});

test('is none where there is no process to go by, or an id that no store takes', () => {
  expect(toRowId({ id: 'e', index: 'logs', source: {} })).toBeUndefined();
  const short = toRowId(toEvent('a')) ?? '';
  const longest = 'a'.repeat(150 - short.length + 1);
  expect(toRowId(toEvent(longest))).toHaveLength(150);
  expect(toRowId(toEvent(`${longest}a`))).toBeUndefined();
});
