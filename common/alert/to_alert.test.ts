import { describe, expect, it } from 'vitest';
import { english } from '../i18n/english';
import { getRuleText } from '../rule/rule_text';
import { shippedRuleParams } from '../rule/rule_params';
import { fromAlertDocument } from './from_alert_document';
import { toAlert } from './to_alert';

const rule = { uuid: 'rule-1', params: shippedRuleParams, text: getRuleText('en') };

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
    const params = { ...shippedRuleParams, timestampField: 'event.ingested' };
    const source = { '@timestamp': 1764039600000, 'event.ingested': '2025-11-25T04:00:00.000Z' };
    const { payload } = toAlert({ ...match, source }, { ...rule, params }, english);
    expect(payload['kibana.alert.original_time']).toBe('2025-11-25T03:00:00.000Z');
  });

  it('carries the guide, severity, risk and the threat mapping', () => {
    expect(toAlert(match, rule, english).payload).toMatchObject({
      'kibana.alert.severity': 'high',
      'kibana.alert.risk_score': 73,
      'kibana.alert.rule.note': rule.text.guide,
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

describe('fromAlertDocument', () => {
  it('reads keys of every name as plain fields of the event', () => {
    const document = JSON.parse('{"__proto__": {"process": {"name": "sh"}}}') as object;
    const { event } = fromAlertDocument({ ...document });
    expect(Object.keys(event)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(event)).toBe(Object.prototype);
  });

  it('reads back what toAlert made, with the event as it was searched', () => {
    const { instanceId, payload } = toAlert(match, rule, english);
    const alert = fromAlertDocument({
      ...payload,
      '@timestamp': '2026-11-24T03:05:00.000Z',
      'kibana.alert.uuid': 'uuid-1',
      'kibana.alert.instance.id': instanceId,
      'kibana.alert.workflow_status': 'acknowledged',
      'kibana.alert.rule.parameters': shippedRuleParams,
    });
    expect(alert).toMatchObject({
      id: 'uuid-1',
      instanceId,
      raisedAt: '2026-11-24T03:05:00.000Z',
      eventTime: '2026-11-24T03:00:00.000Z',
      status: 'acknowledged',
      severity: 'high',
      query: shippedRuleParams.query,
      eventId: 'event-1',
      event: {
        '@timestamp': '2026-11-24T03:00:00.000Z',
        'event.action': 'exec',
        'event.category': ['process'],
        process: { name: 'dash' },
      },
    });
  });
});
