import { describe, expect, test } from 'vitest';
import type { SourceEvent } from '../../event/source_event';
import { toShape } from './to_shape';
import { toTrees } from './to_trees';

interface Program {
  readonly id: string;
  readonly executable: string;
  readonly args: readonly string[];
}

const APACHE: Program = {
  id: 'apache',
  executable: '/usr/sbin/apache2',
  args: ['/usr/sbin/apache2', '-k', 'start'],
};
const run = (id: string, executable: string, ...args: string[]): Program => ({
  id,
  executable,
  args: args.length > 0 ? args : [executable],
});
const sh = (id: string, text: string): Program => run(id, '/usr/bin/dash', 'sh', '-c', text);

let serial = 0;
const event = (
  program: Program,
  parent: Program | undefined,
  more: Record<string, unknown> = {}
): SourceEvent => {
  serial += 1;
  return {
    index: 'i',
    id: `e${serial}`,
    source: {
      '@timestamp': new Date(Date.UTC(2026, 10, 24) + serial).toISOString(),
      event: { sequence: serial },
      host: { id: 'h' },
      process: {
        entity_id: program.id,
        executable: program.executable,
        args: program.args,
        parent: parent
          ? { entity_id: parent.id, executable: parent.executable, args: parent.args }
          : { pid: 1 },
        ...more,
      },
    },
  };
};
const toIds = (events: readonly SourceEvent[]): Record<string, string[]> =>
  Object.fromEntries(
    toTrees(events).map(({ root, starts }) => [
      root.entityId,
      starts.map(({ entityId }) => entityId),
    ])
  );

describe('toTrees', () => {
  const root = sh('a', 'id; ls');
  const id = run('b', '/usr/bin/id');

  test('makes a tree of what a server starts and all that comes of it, whatever the order of events', () => {
    const events = [event(root, APACHE), event(id, root), event(run('c', '/usr/bin/ls'), root)];
    expect(toIds(events)).toEqual({ a: ['a', 'b', 'c'] });
    expect(toIds([...events].reverse())).toEqual({ a: ['a', 'b', 'c'] });
    expect(toTrees(events)[0]).toMatchObject({
      id: 'h:a',
      server: { kind: 'apache' },
      serverEntityId: 'apache',
    });
  });

  test('reads an event once that is given twice', () => {
    const first = event(root, APACHE);
    expect(toIds([first, first])).toEqual({ a: ['a'] });
  });

  test('keeps a process that becomes another program in its tree', () => {
    expect(
      toIds([
        event(run('a', '/usr/bin/env', 'env', 'id'), APACHE),
        event({ ...id, id: 'a' }, APACHE),
      ])
    ).toEqual({
      a: ['a', 'a'],
    });
  });

  test('follows ancestry and leaders where a parent is missing', () => {
    const fork = run('fork', '/usr/bin/dash');
    expect(
      toIds([event(root, APACHE), event(id, fork, { Ext: { ancestry: ['fork', 'a'] } })])
    ).toEqual({ a: ['a', 'b'] });
    const first = event(root, APACHE);
    const lost = event(id, undefined, { group_leader: { entity_id: 'a' } });
    expect(toIds([first, lost])).toEqual({ a: ['a', 'b'] });
  });

  test('takes what a web account runs without a known parent for a tree, unless its origin is known', () => {
    const lost = (more: Record<string, unknown>): SourceEvent => {
      const made = event(id, undefined, more);
      return { ...made, source: { ...made.source, user: { name: 'www-data' } } };
    };
    expect(toIds([lost({})])).toEqual({ b: ['b'] });
    const first = event(root, APACHE);
    expect(toIds([first, lost({ Ext: { ancestry: ['a'] } })])).toEqual({ a: ['a', 'b'] });
    expect(toIds([event(id, undefined)])).toEqual({});
  });

  test('leaves out what comes from no server', () => {
    expect(toIds([event(id, run('x', '/usr/bin/bash'))])).toEqual({});
  });

  test('takes servers that servers are set up to start for servers', () => {
    const cgi = run('cgi', '/usr/bin/php-cgi8.2');
    expect(toIds([event(cgi, APACHE), event(root, cgi)])).toEqual({ a: ['a'] });
    const other = run('child', '/usr/sbin/apache2');
    expect(toIds([event(other, APACHE), event(root, other)])).toEqual({ a: ['a'] });
  });

  test('takes a server that a command starts for a part of its tree', () => {
    const server = run('s', '/usr/bin/php8.2', 'php', '-S', '0.0.0.0:8000');
    expect(toIds([event(server, APACHE)])).toEqual({ s: ['s'] });
  });

  test('takes a build tool below a server for no server, and the same script alone for one', () => {
    const script = run('node', '/usr/bin/node', 'node', '/srv/app/render.js');
    expect(toIds([event(root, APACHE), event(script, root), event(id, script)])).toEqual({
      a: ['a', 'node', 'b'],
    });
    expect(toIds([event(id, script)])).toEqual({ b: ['b'] });
    expect(toIds([event(id, script, { tty: { char_device: { major: 136 } } })])).toEqual({});
  });

  test('counts what one tree has too much of', () => {
    const first = event(root, APACHE);
    const many = Array.from({ length: 600 }, (_, at) => event(run(`c${at}`, '/usr/bin/ls'), root));
    const [tree] = toTrees([first, ...many]);
    expect(tree?.starts).toHaveLength(500);
    expect(tree?.leftOut).toBe(101);
  });
});

describe('toTrees beside developers', () => {
  const npm = (script: string): Program =>
    run('npm', '/usr/bin/node', '/usr/bin/npm', 'run', script);
  const script = run('script', '/usr/bin/node', '/tmp/shop/scripts/check.mjs');
  const child = run('child', '/usr/bin/git', 'git', 'status');

  test('takes no script of a build or a test for a server', () => {
    const bash = run('bash', '/usr/bin/bash');
    const events = (name: string): SourceEvent[] => [
      event(npm(name), bash),
      event(script, npm(name)),
      event(child, script),
    ];
    expect(toIds(events('check'))).toEqual({});
    expect(toIds(events('serve'))).toEqual({ child: ['child'] });
  });

  test('keeps what a server runs, whatever it runs', () => {
    const events = [event(npm('build'), APACHE), event(script, npm('build')), event(child, script)];
    expect(toIds(events)).toEqual({ npm: ['npm', 'script', 'child'] });
  });
});

describe('toShape', () => {
  const toShapeOf = (text: string): string => toShape(toTrees([event(sh('a', text), APACHE)])[0]!);

  test('is the same for the same work on another file', () => {
    expect(toShapeOf("convert '/srv/a/up/1.png' -resize 20x20 '/srv/a/up/x-77.jpg'")).toBe(
      toShapeOf("convert '/srv/a/up/cat.png' -resize 90x60 '/srv/a/up/b.jpg'")
    );
  });

  test('is another for another file of the system, option or program', () => {
    expect(
      new Set(
        [
          'cat /etc/passwd',
          'cat /etc/shadow',
          'cat /proc/loadavg',
          'tac /etc/passwd',
          'cat -n /etc/passwd',
        ].map(toShapeOf)
      ).size
    ).toBe(5);
  });

  test('stays short and tells long commands apart', () => {
    const long = 'a'.repeat(3) + ' z'.repeat(3000);
    expect(toShapeOf(long).length).toBeLessThan(500);
    expect(toShapeOf(long)).not.toBe(toShapeOf(`${long.slice(0, 1900)} y`));
  });
});
