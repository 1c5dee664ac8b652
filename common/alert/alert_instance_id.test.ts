import { expect, test } from 'vitest';
import { toAlertInstanceId } from './alert_instance_id';

const toEvent = (command: string) => ({
  index: 'logs',
  id: 'e1',
  source: { host: { name: 'web-1' }, process: { command_line: command } },
});

test('an alert is named by host and command, and stays one of its rule and event', () => {
  expect(toAlertInstanceId('rule-1', toEvent('sh -c id'))).toBe('web-1: sh -c id · rule-1:logs:e1');
});

test('a command of any length and with any characters stays one short line', () => {
  const id = toAlertInstanceId('rule-1', toEvent(`a\n\u001b[31m${'x'.repeat(100_000)}`));
  expect(id).toMatch(/^web-1: a \[31mx+… · rule-1:logs:e1$/);
  expect(id.length).toBeLessThan(200);
});
