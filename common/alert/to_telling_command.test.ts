import { expect, it } from 'vitest';
import { gradeTree, toTrees } from '../detection';
import type { SourceEvent } from '../event/source_event';
import { extendedRule } from '../rule/extended_rule';
import { toShippedParams } from '../rule/rule_params';
import { english } from '../i18n/english';
import { ALERT_FIELD } from './alert_document';
import { fromAlertDocument } from './from_alert_document';
import { LISTED_FIELDS, toListedAlert } from './listed_alert';
import { SEARCHED_FIELDS } from './searched_fields';
import { toTellingCommand } from './to_telling_command';
import { toTreeAlert } from './to_tree_alert';

const INDEX = 'logs-endpoint.events.process-default';

/** A start of a program below a server, or below another start. */
const toStart = (id: string, args: readonly string[], parent?: string): SourceEvent => ({
  index: INDEX,
  id,
  source: {
    '@timestamp': `2026-11-24T03:00:0${id}.000Z`,
    event: { type: ['start'], action: 'exec' },
    host: { name: 'web-01', os: { type: 'linux' } },
    user: { name: 'www-data' },
    process: {
      entity_id: id,
      name: args[0]?.split('/').at(-1),
      executable: args[0],
      args,
      command_line: args.join(' '),
      parent:
        parent === undefined
          ? { entity_id: 'server', name: 'lighttpd', executable: '/usr/sbin/lighttpd' }
          : { entity_id: parent, name: 'perl', executable: '/usr/bin/perl' },
    },
  },
});

const toTelling = (...starts: SourceEvent[]): string | undefined => {
  const [tree] = toTrees(starts);
  if (tree === undefined) throw new Error('No tree.');
  return toTellingCommand(tree, gradeTree(tree));
};

const CGI = toStart('1', ['/usr/bin/perl', '/srv/www/cgi-bin/upload.pl']);

it('is what a script of the application was made to run', () => {
  expect(
    toTelling(
      CGI,
      toStart('2', ['/usr/bin/file', 'a'], '1'),
      toStart('3', ['/bin/cat', '/etc/shadow'], '1')
    )
  ).toBe('/bin/cat /etc/shadow');
});

it('is none where the root says it itself', () => {
  expect(toTelling(toStart('1', ['/bin/sh', '-c', 'cat /etc/shadow']))).toBeUndefined();
});

it('is none where nothing speaks for an attack', () => {
  expect(toTelling(CGI)).toBeUndefined();
});

it('is bounded, however much an attacker writes', () => {
  const long = toStart('2', ['/bin/cat', '/etc/shadow', 'x'.repeat(5000)], '1');
  expect(toTelling(CGI, long)?.length).toBe(1000);
});

it('stands in the alert, in the list and where the alert is searched', () => {
  const stored = { [ALERT_FIELD.tellingCommand]: '/bin/cat /etc/shadow' };
  expect(fromAlertDocument(stored).tellingCommand).toBe('/bin/cat /etc/shadow');
  expect(toListedAlert(stored).tellingCommand).toBe('/bin/cat /etc/shadow');
  const [tree] = toTrees([CGI, toStart('3', ['/bin/cat', '/etc/shadow'], '1')]);
  if (tree === undefined) throw new Error('No tree.');
  const rule = {
    uuid: 'rule-1',
    definition: extendedRule,
    params: toShippedParams(extendedRule),
    locale: 'en' as const,
  };
  const { payload } = toTreeAlert(tree, gradeTree(tree), rule, english);
  expect(payload).toMatchObject(stored);
  for (const fields of [LISTED_FIELDS, SEARCHED_FIELDS])
    expect(fields).toContain(ALERT_FIELD.tellingCommand);
});
