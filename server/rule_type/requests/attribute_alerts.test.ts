import { expect, it } from 'vitest';
import { ALERT_FIELD, type AlertDocument } from '../../../common/alert/alert_document';
import type { WebRequest } from '../../../common/request/web_request';
import type { RequestReader, RequestSearch } from '../../ports/request_reader';
import type { RaisedAlert } from '../raised_alerts';
import { attributeAlerts } from './attribute_alerts';
import type { AwaitedRequests } from './awaited_requests';

const NOON = Date.UTC(2026, 10, 24, 12);
const at = (second: number): string => new Date(NOON + second * 1000).toISOString();

const toAlert = (id: string, second: number, fields: AlertDocument = {}): RaisedAlert => ({
  alert: {
    instanceId: id,
    payload: {
      [ALERT_FIELD.eventTime]: at(second),
      host: { name: 'web-01' },
      process: { entity_id: id, args: ['sh', '-c', `cat /etc/${id}`] },
      ...fields,
    },
  },
  eventTime: at(second),
});
const toRequest = (id: string, second: number, parts: Partial<WebRequest> = {}): WebRequest => ({
  ...{ time: NOON + second * 1000, precision: 1000, address: '203.0.113.9', method: 'GET' },
  target: `/x.php?c=cat+/etc/${id}`,
  ...parts,
});

/** A log of requests; each answer comes late. */
const createLog = (requests: readonly WebRequest[], isCut = false) => {
  const searches: RequestSearch[] = [];
  const reader: RequestReader = {
    async find(search) {
      searches.push(search);
      await new Promise((resolve) => setImmediate(resolve));
      return { requests, isCut, logs: ['/l'], unread: [] };
    },
  };
  return { reader, searches };
};

const warnings: string[] = [];
const attribute = (
  second: number,
  log: RequestReader,
  {
    raised = [],
    again = [],
    stored = [],
    awaited,
    mostAlerts = 1000,
  }: {
    raised?: readonly RaisedAlert[];
    again?: readonly RaisedAlert[];
    stored?: readonly RaisedAlert[];
    awaited?: AwaitedRequests | undefined;
    mostAlerts?: number;
  }
) =>
  attributeAlerts({
    raised: { alerts: raised, again },
    awaited,
    alerts: {
      mostAlerts,
      findStored: async (ids) => {
        await new Promise((resolve) => setImmediate(resolve));
        return stored
          .filter(({ alert }) => ids.includes(alert.instanceId))
          .map(({ alert }) => ({ ...alert.payload, [ALERT_FIELD.instanceId]: alert.instanceId }));
      },
    },
    requests: log,
    logger: { warn: (message) => warnings.push(String(message)) },
    startedAt: new Date(NOON + second * 1000),
  });

it('adds to an alert the request that brought it, in fields of ECS', async () => {
  const userAgent = `curl${'A'.repeat(5000)}`;
  const { reader, searches } = createLog([toRequest('a', 0, { userAgent })]);
  const { alerts, grown, awaited } = await attribute(90, reader, { raised: [toAlert('a', 0)] });
  expect(alerts[0]?.alert.payload).toMatchObject({
    [ALERT_FIELD.requestTime]: at(0),
    source: { ip: '203.0.113.9' },
    http: { request: { method: 'GET' } },
    url: { original: '/x.php?c=cat+/etc/a' },
    user_agent: { original: expect.stringMatching(/^curlA{1019}…$/) },
    process: { entity_id: 'a' },
  });
  expect([grown, awaited]).toEqual([[], undefined]);
  expect(searches).toMatchObject([{ hostName: 'web-01', from: at(-1), to: at(60) }]);
});

it('finds the request of a script by what the script was made to run', async () => {
  const { reader } = createLog([
    toRequest('a', 0, { target: '/a.css' }),
    toRequest('b', 1, { target: '/cgi-bin/up.pl?f=x;cat+/etc/shadow', address: '203.0.113.66' }),
  ]);
  const script = (id: string, fields: AlertDocument): RaisedAlert =>
    toAlert(id, 0, { process: { entity_id: id, args: ['perl', '/srv/up.pl'] }, ...fields });
  const telling = { [ALERT_FIELD.tellingCommand]: 'sh -c cat /etc/shadow' };
  const { alerts } = await attribute(90, reader, {
    raised: [script('a', {}), script('b', telling)],
  });
  expect(alerts.map(({ alert }) => alert.payload['source'])).toEqual([
    undefined,
    { ip: '203.0.113.66' },
  ]);
});

it('asks each host once for all its alerts, and no log at all where nothing is looked for', async () => {
  const { reader, searches } = createLog([toRequest('a', 0), toRequest('b', 30)]);
  const other = toAlert('c', 10, { host: { name: 'web-02' } });
  const { alerts } = await attribute(90, reader, {
    raised: [toAlert('a', 0), toAlert('b', 30), other],
  });
  expect(searches.map(({ hostName, from, to }) => [hostName, from, to])).toEqual([
    ['web-01', at(-1), at(90)],
    ['web-02', at(9), at(70)],
  ]);
  expect(alerts.map(({ alert }) => 'source' in alert.payload)).toEqual([true, true, false]);
  await attribute(90, reader, {});
  await attribute(90, reader, { again: [toAlert('a', 0)] });
  expect(searches).toHaveLength(2);
});

it('waits a minute for a line that is written when the request ends, and adds it to the stored alert', async () => {
  const raised = toAlert('a', 0);
  const log = createLog([toRequest('a', 2)]);
  const first = await attribute(1, log.reader, { raised: [raised] });
  expect(log.searches).toEqual([]);
  expect(first.alerts).toEqual([raised]);
  expect(first.awaited).toEqual({
    askedAt: at(1),
    alerts: [{ instanceId: 'a', eventTime: at(0) }],
  });
  // A host that runs at every event does not read its log as often.
  const soon = await attribute(60, log.reader, { stored: [raised], awaited: first.awaited });
  expect([log.searches, soon.awaited]).toEqual([[], first.awaited]);
  const late = await attribute(61, log.reader, { stored: [raised], awaited: soon.awaited });
  expect(late.grown).toMatchObject([
    { instanceId: 'a', payload: { source: { ip: '203.0.113.9' } } },
  ]);
  expect(late.grown[0]?.payload).not.toHaveProperty('process');
  expect(late.awaited).toBeUndefined();
});

it('gives a tree that grew its request with what it grew by, once', async () => {
  const awaited = { askedAt: at(0), alerts: [{ instanceId: 'a', eventTime: at(0) }] };
  const again = toAlert('a', 0, { tags: ['grown'] });
  const { grown } = await attribute(300, createLog([toRequest('a', 0)]).reader, {
    ...{ awaited, stored: [toAlert('a', 0)], again: [again] },
  });
  expect(grown).toMatchObject([{ payload: { tags: ['grown'], source: { ip: '203.0.113.9' } } }]);
});

it('gives up after a quarter of an hour', async () => {
  const stored = [toAlert('a', 0)];
  const awaited = { askedAt: at(0), alerts: [{ instanceId: 'a', eventTime: at(0) }] };
  const { reader, searches } = createLog([]);
  const still = await attribute(899, reader, { stored, awaited });
  expect(still.awaited).toEqual({ ...awaited, askedAt: at(899) });
  expect(
    (await attribute(960, reader, { stored, awaited: still.awaited })).awaited
  ).toBeUndefined();
  expect(searches).toHaveLength(2);
});

it('keeps no address that is none, and looks for nothing of an event that tells of its request itself', async () => {
  for (const address of ['unknown', 'evil.example', '203.0.113.9, 10.0.0.1', '203.0.113.9;id']) {
    const log = createLog([toRequest('a', 0, { address })]);
    const { alerts } = await attribute(90, log.reader, { raised: [toAlert('a', 0)] });
    expect(alerts[0]?.alert.payload).not.toHaveProperty('source');
  }
  const forwarded = createLog([toRequest('a', 0, { forwardedFor: '198.51.100.1' })]);
  const { alerts } = await attribute(90, forwarded.reader, { raised: [toAlert('a', 0)] });
  expect(alerts[0]?.alert.payload).toMatchObject({ source: { ip: '203.0.113.9' } });
  const { reader, searches } = createLog([toRequest('a', 0)]);
  for (const own of [{ 'source.ip': '192.0.2.1' }, { url: { path: '/' } }, { host: {} }]) {
    const raised = [toAlert('a', 0, own)];
    expect((await attribute(90, reader, { raised })).alerts).toEqual(raised);
  }
  expect(searches).toEqual([]);
});

it('is sure of nothing in a log that was not read to the end of the minute', async () => {
  const raised = [toAlert('a', 0), toAlert('b', 10)];
  const requests = [toRequest('a', 0), toRequest('b', 10), toRequest('x', 65)];
  const { alerts, awaited } = await attribute(90, createLog(requests, true).reader, { raised });
  expect(alerts.map(({ alert }) => 'source' in alert.payload)).toEqual([true, false]);
  expect(awaited?.alerts.map(({ instanceId }) => instanceId)).toEqual(['b']);
});

it('leaves a run its alerts where looking for their requests fails, and says so in the log', async () => {
  const raised = [toAlert('a', 0)];
  const awaited = { askedAt: at(80), alerts: [] };
  const broken: RequestReader = { find: () => Promise.reject(new Error('broken')) };
  const again = [toAlert('b', 0)];
  expect(await attribute(90, broken, { raised, again, awaited })).toEqual({
    ...{ alerts: raised, grown: again.map(({ alert }) => alert), awaited },
    unread: ['Error: broken'],
  });
  expect(warnings).toEqual(['The requests of alerts were not looked for: Error: broken']);
});

it('tells which logs could not be read, each once', async () => {
  const unread = [{ log: '/var/log/nginx/access.log', reason: 'no rights' }];
  const closed: RequestReader = {
    find: async () => ({ requests: [], isCut: false, logs: [], unread }),
  };
  const raised = [toAlert('a', 0), toAlert('b', 0, { host: { name: 'web-02' } })];
  expect(await attribute(90, closed, { raised })).toMatchObject({
    unread: ['/var/log/nginx/access.log: no rights'],
    awaited: { alerts: [{ instanceId: 'a' }, { instanceId: 'b' }] },
  });
});

it('hands alerting no more alerts than it takes of a run', async () => {
  const again = ['b', 'c', 'd'].map((id) => toAlert(id, 0));
  const raised = [toAlert('a', 0)];
  const { reader } = createLog([]);
  const { grown } = await attribute(90, reader, { raised, again, mostAlerts: 3 });
  expect(grown.map(({ instanceId }) => instanceId)).toEqual(['b', 'c']);
});

it('bounds what it looks for in a run, and what it remembers', async () => {
  const raised = Array.from({ length: 1000 }, (_, place) =>
    toAlert(`a${place}`, 0, { host: { name: `web-${place}` } })
  );
  const { reader, searches } = createLog([]);
  const { awaited } = await attribute(90, reader, { raised });
  expect(searches).toHaveLength(20);
  expect(awaited?.alerts).toHaveLength(200);
  const many = Array.from({ length: 101 }, (_, place) => toAlert(`b${place}`, 0));
  const log = createLog(many.map(({ alert }) => toRequest(alert.instanceId, 0)));
  const { alerts } = await attribute(90, log.reader, { raised: many });
  expect(alerts.filter(({ alert }) => 'source' in alert.payload)).toHaveLength(100);
});
