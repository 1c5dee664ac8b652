import { expect, it } from 'vitest';
import { gradeTree, toTrees } from '../detection';
import type { SourceEvent } from '../event/source_event';
import { toTellingCommand } from './to_telling_command';

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
