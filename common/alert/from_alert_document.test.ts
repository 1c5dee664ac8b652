import { expect, test } from 'vitest';
import { ALERT_FIELD } from './alert_document';
import { fromAlertDocument, toAlertSeverity, toAlertStatus } from './from_alert_document';

test('takes what another product wrote for open and high, and its own words as they are', () => {
  expect(['closed', 'acknowledged', 'open', 'in-progress'].map(toAlertStatus)).toEqual([
    'closed',
    'acknowledged',
    'open',
    'open',
  ]);
  expect(['low', 'critical', ''].map(toAlertSeverity)).toEqual(['low', 'critical', 'high']);
});

test('is a row of its own where no row is stored, and says from where it was opened again', () => {
  const document = { [ALERT_FIELD.uuid]: 'u', [ALERT_FIELD.riskScore]: 73 };
  expect(fromAlertDocument(document)).toMatchObject({ id: 'u', rowId: 'u', riskScore: 73 });
  expect(fromAlertDocument(document)).not.toHaveProperty('reopenedFrom');
  expect(fromAlertDocument({ ...document, [ALERT_FIELD.rowId]: 'r' }).rowId).toBe('r');
  expect(
    fromAlertDocument({ ...document, [ALERT_FIELD.reopenedFrom]: 'medium' }).reopenedFrom
  ).toBe('medium');
});

test('gives an event its own fields back, from dotted and from nested keys', () => {
  const dotted = {
    '@timestamp': '2026-11-24T12:05:00.000Z',
    'kibana.alert.original_time': '2026-11-24T12:00:00.000Z',
    'kibana.alert.original_event.action': 'exec',
    'kibana.alert.original_data_stream.dataset': 'endpoint.events.process',
    'kibanana.note': 'of the event',
    process: { name: 'sh' },
  };
  const event = {
    '@timestamp': '2026-11-24T12:00:00.000Z',
    'event.action': 'exec',
    'data_stream.dataset': 'endpoint.events.process',
    'kibanana.note': 'of the event',
    process: { name: 'sh' },
  };
  expect(fromAlertDocument(dotted).event).toEqual(event);
  const { '@timestamp': raised, 'kibanana.note': note, process } = dotted;
  const nested = {
    ...{ '@timestamp': raised, 'kibanana.note': note, process },
    kibana: {
      alert: {
        original_time: '2026-11-24T12:00:00.000Z',
        original_event: { action: 'exec' },
        original_data_stream: { dataset: 'endpoint.events.process' },
      },
    },
  };
  expect(fromAlertDocument(nested).event).toEqual(event);
});

test('tells an alert’s request from its event, and leaves an event what it says of requests itself', () => {
  const fields = {
    source: { ip: '::FFFF:203.0.113.9' },
    'http.request.method': 'GET',
    url: { original: '/x.php?c=id' },
    user_agent: { original: 'curl' },
  };
  const document = { ...fields, [ALERT_FIELD.requestTime]: '2026-11-24T12:00:00.000Z' };
  expect(fromAlertDocument({ ...document, host: { name: 'h' } })).toMatchObject({
    event: { host: { name: 'h' } },
    request: {
      ...{ time: '2026-11-24T12:00:00.000Z', address: '203.0.113.9', method: 'GET' },
      ...{ target: '/x.php?c=id', userAgent: 'curl' },
    },
  });
  expect(Object.keys(fromAlertDocument(document).event)).toEqual([]);
  expect(fromAlertDocument(fields).event).toEqual(fields);
  expect(fromAlertDocument(fields)).not.toHaveProperty('request');
});

test('keeps an event’s data stream where the document has it in its place', () => {
  const stored = { 'kibana.alert.original_data_stream.dataset': 'another' };
  for (const own of [
    { data_stream: { dataset: 'of the event' } },
    { 'data_stream.dataset': 'of the event' },
  ]) {
    expect(fromAlertDocument({ ...stored, ...own }).event).toEqual(own);
  }
});

test('reads no more signs than a tree has', () => {
  const sign = { id: 'reverse_shell', params: {}, eventId: 'e', eventIndex: 'i', weight: 95 };
  const stored = Array.from({ length: 101 }, () => sign);
  expect(fromAlertDocument({ [ALERT_FIELD.signs]: stored }).signs).toHaveLength(100);
});
