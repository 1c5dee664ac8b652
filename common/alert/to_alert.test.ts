import { describe, expect, it } from 'vitest';
import { english } from '../i18n/english';
import { toShippedParams } from '../rule/rule_params';
import { fromAlertDocument } from './from_alert_document';
import { toAlert, type AlertingRule } from './to_alert';
import { webServerRule } from '../rule/web_server_rule';

const rule: AlertingRule = {
  uuid: 'rule-1',
  definition: webServerRule,
  params: toShippedParams(webServerRule),
  locale: 'en',
};

const match = {
  index: 'logs-endpoint.events.process-default',
  id: 'event-1',
  source: {
    '@timestamp': '2026-11-24T03:00:00.000Z',
    event: { action: 'exec', category: ['process'], type: ['start'], sequence: 7 },
    'event.dataset': 'endpoint.events.process',
    host: { name: 'web-01', os: { type: 'linux' } },
    user: { name: 'www-data', id: '33' },
    process: { name: 'dash', command_line: 'sh -c id', parent: { name: 'nginx' } },
    tags: ['from-the-event'],
    kibana: { alert: { severity: 'low' } },
  },
};

describe('toAlert', () => {
  it('gives the same event the same id, whichever run finds it', () => {
    expect(toAlert(match, rule, english).instanceId).toBe(toAlert(match, rule, english).instanceId);
  });

  it('gives other rules and other events other ids', () => {
    const ids = [
      toAlert(match, rule, english),
      toAlert(match, { ...rule, uuid: 'rule-2' }, english),
      toAlert({ ...match, id: 'event-2' }, rule, english),
      toAlert({ ...match, index: 'endgame-1' }, rule, english),
    ].map(({ instanceId }) => instanceId);
    expect(new Set(ids).size).toBe(4);
  });

  it('moves what the framework owns under kibana.alert.original_*', () => {
    const { payload } = toAlert(match, rule, english);
    expect(payload).toMatchObject({
      'kibana.alert.original_time': '2026-11-24T03:00:00.000Z',
      'kibana.alert.original_event.action': 'exec',
      'kibana.alert.original_event.dataset': 'endpoint.events.process',
      host: { name: 'web-01' },
    });
    for (const key of ['event', 'event.dataset', '@timestamp', 'tags', 'kibana']) {
      expect(payload).not.toHaveProperty([key]);
    }
  });

  it('lets no field of the event pass for a fact about the alert', () => {
    const forged = { ...match, source: { ...match.source, 'kibana.alert.risk_score': 1 } };
    expect(toAlert(forged, rule, english).payload['kibana.alert.risk_score']).toBe(73);
  });

  it('takes the time of the event as a date, whatever field the window goes by', () => {
    const params = { ...toShippedParams(webServerRule), timestampField: 'event.ingested' };
    const source = { '@timestamp': 1764039600000, 'event.ingested': '2025-11-25T04:00:00.000Z' };
    const { payload } = toAlert({ ...match, source }, { ...rule, params }, english);
    expect(payload['kibana.alert.original_time']).toBe('2025-11-25T03:00:00.000Z');
  });

  it('carries the guide, severity, risk and the threat mapping', () => {
    expect(toAlert(match, rule, english).payload).toMatchObject({
      'kibana.alert.severity': 'high',
      'kibana.alert.risk_score': 73,
      'kibana.alert.rule.note': webServerRule.text.en.guide,
      'kibana.alert.rule.threat': [{ tactic: { id: 'TA0003' } }, { tactic: { id: 'TA0001' } }],
    });
  });

  it('says in one sentence what happened', () => {
    expect(toAlert(match, rule, english).payload['kibana.alert.reason']).toBe(
      'Web server process nginx started dash as user www-data on web-01: sh -c id'
    );
  });
});

describe('a reason', () => {
  const toCommand = (command: string): string => {
    const source = { process: { command_line: command } };
    const { payload } = toAlert({ ...match, source }, rule, english);
    return String(payload['kibana.alert.reason']).replace(/^.* on unknown: /s, '');
  };

  it('stays short enough for a keyword, whatever an event holds', () => {
    const long = 'ä'.repeat(40_000);
    const source = { host: { name: long }, user: { name: long }, process: { name: long } };
    const { payload } = toAlert({ ...match, source }, rule, english);
    expect(String(payload['kibana.alert.reason']).length).toBeLessThan(1200);
  });

  it('cuts a long command line, and never amid a character', () => {
    expect(toCommand('a'.repeat(200))).toBe('a'.repeat(200));
    expect(toCommand('a'.repeat(201))).toBe(`${'a'.repeat(199)}…`);
    expect(toCommand(`${'a'.repeat(198)}😀😀`)).toBe(`${'a'.repeat(198)}…`);
  });

  it('takes placeholders and patterns of an event for the text they are', () => {
    expect(toCommand("sh -c '{host} $& {{user.id}}'")).toBe("sh -c '{host} $& {{user.id}}'");
  });

  it('joins the arguments where no command line was recorded', () => {
    const source = { process: { args: ['sh', '-c', 'id'] } };
    const { payload } = toAlert({ ...match, source }, rule, english);
    expect(payload['kibana.alert.reason']).toMatch(/: sh -c id$/);
  });
});

/** `{'a.b': 1}` becomes `{a: {b: 1}}`, as a store answers that keeps objects. */
const toNested = (document: Record<string, unknown>): Record<string, unknown> => {
  const nested: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(document)) {
    const keys = path.split('.');
    const last = keys.pop() ?? path;
    const parent = keys.reduce<Record<string, unknown>>(
      (node, key) => (node[key] ??= {}) as Record<string, unknown>,
      nested
    );
    parent[last] = value;
  }
  return nested;
};

describe('fromAlertDocument', () => {
  it('takes a rule without an id for the first one, and leaves out a tactic of another shape', () => {
    const alert = fromAlertDocument({
      'kibana.alert.rule.parameters': { query: 'any where true' },
      'kibana.alert.rule.threat': [{ framework: 'MITRE ATT&CK' }, ...webServerRule.threat],
    });
    expect(alert.ruleId).toBe('seed');
    expect(alert.threat).toEqual(webServerRule.threat);
  });

  it('finds the data stream of the event, also where Kibana took it out of the alert', () => {
    const source = { data_stream: { dataset: 'endpoint.events.process', type: 'logs' } };
    const { data_stream: _taken, ...document } = toAlert(
      { ...match, source },
      rule,
      english
    ).payload;
    expect(_taken).toEqual(source.data_stream);
    expect(fromAlertDocument(document).event).toMatchObject({
      'data_stream.dataset': 'endpoint.events.process',
      'data_stream.type': 'logs',
    });
  });

  it('reads keys of every name as plain fields of the event', () => {
    const document = JSON.parse('{"__proto__": {"process": {"name": "sh"}}}') as object;
    const { event } = fromAlertDocument({ ...document });
    expect(Object.keys(event)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(event)).toBe(Object.prototype);
  });

  it.each([
    ['dotted', (document: Record<string, unknown>) => document],
    ['nested', toNested],
  ])(
    'reads back what toAlert made, with the event as it was searched, from %s keys',
    (_form, to) => {
      const { instanceId, payload } = toAlert(match, rule, english);
      const document = to({
        ...payload,
        '@timestamp': '2026-11-24T03:10:00.000Z',
        'kibana.alert.start': '2026-11-24T03:05:00.000Z',
        'kibana.alert.uuid': 'uuid-1',
        'kibana.alert.instance.id': instanceId,
        'kibana.alert.workflow_status': 'acknowledged',
        'kibana.alert.rule.parameters': toShippedParams(webServerRule),
      });
      const alert = fromAlertDocument(document);
      expect(alert).toMatchObject({
        id: 'uuid-1',
        instanceId,
        raisedAt: '2026-11-24T03:05:00.000Z',
        eventTime: '2026-11-24T03:00:00.000Z',
        status: 'acknowledged',
        severity: 'high',
        ruleId: 'seed',
        query: webServerRule.query,
        note: webServerRule.text.en.guide,
        ruleDescription: webServerRule.text.en.description,
        falsePositives: webServerRule.text.en.falsePositives,
        references: [],
        threat: webServerRule.threat,
        eventId: 'event-1',
        event: {
          '@timestamp': '2026-11-24T03:00:00.000Z',
          'event.action': 'exec',
          'event.category': ['process'],
          process: { name: 'dash' },
        },
      });
    }
  );
});
