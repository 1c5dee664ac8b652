import { expect, test } from 'vitest';
import { toAlertContext } from './to_alert_context';

const RULE = { ruleName: 'Web Server RCE', alertUrl: 'https://kibana.example/a' };

test('says of a tree what a message needs, its commands in lines', () => {
  const payload = {
    host: { name: 'web-1' },
    user: { name: 'www-data' },
    source: { ip: '203.0.113.9' },
    process: { name: 'sh', command_line: 'sh -c id', parent: { name: 'nginx' } },
    'kibana.alert.reason': 'because',
    'kibana.alert.severity': 'high',
    'kibana.alert.risk_score': 73,
    'kibana.alert.original_time': '2026-11-24T12:00:00.000Z',
    'kibana.alert.tree.commands': ['sh -c id', 'id'],
  };
  expect(toAlertContext(payload, RULE)).toEqual({
    alertUrl: 'https://kibana.example/a',
    reason: 'because',
    severity: 'high',
    risk: '73',
    host: 'web-1',
    user: 'www-data',
    source: '203.0.113.9',
    parent: 'nginx',
    process: 'sh',
    command: 'sh -c id',
    tree: 'sh -c id\nid',
    time: '2026-11-24T12:00:00.000Z',
    rule: 'Web Server RCE',
  });
});

test('of an event its command is the tree, and what is not known is empty', () => {
  const context = toAlertContext({ process: { args: ['id', '-u'] } }, RULE);
  expect(context).toMatchObject({
    command: 'id -u',
    tree: 'id -u',
    host: '',
    source: '',
    reason: '',
  });
});

test('cuts what an attacker wrote to a length that a message bears', () => {
  const long = 'x'.repeat(100_000);
  const payload = { process: { command_line: long }, 'kibana.alert.reason': long };
  const context = toAlertContext(payload, RULE);
  const lengths = Object.values(context).map(({ length }) => length);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(500);
});

test('never cuts the link, and gives a tree more room than a sentence', () => {
  const alertUrl = `https://kibana.example/${'a'.repeat(1000)}`;
  const commands = Array.from({ length: 100 }, () => 'x'.repeat(99));
  const context = toAlertContext({ 'kibana.alert.tree.commands': commands }, { ...RULE, alertUrl });
  expect(context.alertUrl).toBe(alertUrl);
  expect(context.tree.length).toBeGreaterThan(3900);
  expect(context.tree.length).toBeLessThanOrEqual(4001);
});
