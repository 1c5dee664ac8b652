import { describe, expect, test } from 'vitest';
import type { SourceEvent } from '../../event/source_event';
import { toTrees } from '../tree/to_trees';
import { isStatusPage } from './is_status_page';
import { isInShellScript } from './is_in_shell_script';
import { readTree } from './tree_reading';
import type { SeenCommand } from './tree_reading';

interface Program {
  readonly id: string;
  readonly executable: string;
  readonly args: readonly string[];
}
const run = (id: string, executable: string, ...args: string[]): Program => ({
  id,
  executable,
  args,
});
const APACHE = run('apache', '/usr/sbin/apache2', '/usr/sbin/apache2');

const toStart = (program: Program, parent: Program, at: number): SourceEvent => ({
  index: 'i',
  id: program.id,
  source: {
    '@timestamp': new Date(Date.UTC(2026, 10, 24) + at).toISOString(),
    host: { id: 'h' },
    process: {
      entity_id: program.id,
      executable: program.executable,
      args: program.args,
      parent: { entity_id: parent.id, executable: parent.executable, args: parent.args },
    },
  },
});

/** Each program is started by the one before it, or by the one that is named. */
const read = (
  ...chain: readonly (Program & { readonly by?: string })[]
): readonly SeenCommand[] => {
  const all = new Map([APACHE, ...chain].map((program) => [program.id, program]));
  const events = chain.map((program, at) =>
    toStart(program, all.get(program.by ?? '') ?? chain[at - 1] ?? APACHE, at)
  );
  const [tree] = toTrees(events);
  if (tree === undefined) throw new Error('no tree');
  return readTree(tree).commands;
};
const readRow = (parent: Program, ...programs: readonly string[]): boolean => {
  const events = [
    toStart(parent, APACHE, 0),
    ...programs.map((name, at) => toStart(run(name, `/usr/bin/${name}`, name), parent, at + 1)),
  ];
  const [tree] = toTrees(events);
  return tree !== undefined && isStatusPage(readTree(tree));
};
const toPlaces = (commands: readonly SeenCommand[]): Record<string, string> =>
  Object.fromEntries(commands.map((command) => [command.program, command.in.place]));

describe('readTree', () => {
  const shell = run('a', '/usr/bin/dash', 'sh', '-c', 'id; cat /etc/passwd | head');

  test('has what a text shows once, from the text', () => {
    const commands = read(shell, run('b', '/usr/bin/id', 'id'), {
      ...run('c', '/usr/bin/cat', 'cat', '/etc/passwd'),
      by: 'a',
    });
    expect(commands.map(({ text }) => text)).toEqual([
      shell.args.join(' '),
      'id',
      'cat /etc/passwd',
      'head',
    ]);
    expect(commands.find(({ program }) => program === 'cat')?.isPipedInto).toBe(true);
  });

  test('has a program besides its text where it lies in an unusual place', () => {
    const commands = read(shell, run('b', '/tmp/id', 'id'));
    expect(commands.filter(({ program }) => program === 'id')).toHaveLength(2);
  });

  test('reads words that were cut apart before the shell as one command', () => {
    const [, command] = read(run('a', '/usr/bin/dash', 'sh', '-c', 'cat', '/etc/passwd'));
    expect(command?.args).toEqual(['/etc/passwd']);
  });

  test('reads code that was cut apart before its interpreter as one text', () => {
    const [command] = read(
      run('a', '/usr/bin/python3', 'python3', '-c', 'import', "os;os.system('id')")
    );
    expect(command?.args).toEqual(['-c', "import os;os.system('id')"]);
  });

  test('leaves the words behind a whole code and behind another option', () => {
    const [code] = read(run('a', '/usr/bin/python3', 'python3', '-c', 'print(1)', 'b'));
    const [file] = read(run('a', '/usr/bin/php', 'php', '-f', 'a', 'b'));
    const [other] = read(run('a', '/usr/bin/flarp', 'flarp', '-c', 'a', 'b'));
    expect([code?.args, file?.args, other?.args]).toEqual([
      ['-c', 'print(1)', 'b'],
      ['-f', 'a', 'b'],
      ['-c', 'a', 'b'],
    ]);
  });

  test('has a text behind two hyphens as a text', () => {
    const [, command] = read(run('a', '/usr/bin/dash', 'sh', '-c', '--', 'cat /etc/passwd'));
    expect(command?.args).toEqual(['/etc/passwd']);
  });

  test('has a program of a package that is a script once, by its own name', () => {
    const which = run('b', '/usr/bin/dash', '/bin/sh', '/usr/bin/which', 'nc');
    const commands = read(run('a', '/usr/bin/dash', 'sh', '-c', 'which nc; true'), which);
    expect(commands.map(({ program }) => program)).toEqual(['sh', 'which', 'true']);
    expect(read({ ...which, id: 'a' })[0]?.program).toBe('which');
  });

  test('has a text that names a program of a package as a text', () => {
    for (const text of ['/usr/bin/id', '/bin/ping -c 1 x | head -1']) {
      const commands = read(run('a', '/usr/bin/dash', 'sh', '-c', text));
      expect(commands[0]?.program).toBe('sh');
      expect(commands.length).toBeGreaterThan(1);
    }
    expect(read(run('a', '/usr/bin/perl', 'perl', '-e', '/usr/bin/id'))[0]?.program).toBe('perl');
  });

  test('has a script of an application as what runs it', () => {
    expect(read(run('a', '/usr/bin/dash', '/bin/sh', '/srv/app/which', 'nc'))[0]?.program).toBe(
      'sh'
    );
    expect(read(run('a', '/usr/bin/dash', '/bin/sh', '/usr/bin/.x'))[0]?.program).toBe('sh');
  });

  test('has what a shell was given as one text where only a command line was sent', () => {
    const line = {
      ...toStart(run('a', '/usr/bin/dash'), APACHE, 0).source,
      process: {
        entity_id: 'a',
        executable: '/usr/bin/dash',
        command_line: `sh -c "id; cat '/etc/passwd'"`,
        parent: { entity_id: 'apache', executable: APACHE.executable, args: APACHE.args },
      },
    };
    const [tree] = toTrees([{ index: 'i', id: 'a', source: line }]);
    expect(
      tree &&
        readTree(tree)
          .commands.slice(1)
          .map(({ text }) => text)
    ).toEqual(['id', 'cat /etc/passwd']);
  });

  test('knows a line of a script where one file holds all programs', () => {
    const script = run('a', '/bin/busybox', '/bin/sh', '/srv/cgi-bin/status.sh');
    const last = read(script, run('b', '/bin/busybox', 'ps', 'aux')).at(-1);
    expect(last?.in.place).toBe('script');
    expect(last && isInShellScript(last)).toBe(true);
  });

  test('knows who wrote a command', () => {
    const cgi = run('a', '/usr/bin/perl', '/usr/bin/perl', '/usr/lib/cgi-bin/tool.cgi');
    expect(toPlaces(read(cgi, run('b', '/usr/bin/whoami', 'whoami')))).toMatchObject({
      whoami: 'script',
    });
    expect(
      toPlaces(
        read(shell, run('b', '/usr/bin/tar', 'tar', 'czf', 'x'), run('c', '/usr/bin/gzip', 'gzip'))
      )
    ).toMatchObject({ gzip: 'program' });
    const plugin = run('b', '/usr/bin/dash', '/bin/sh', '/usr/share/munin/plugins/load');
    expect(toPlaces(read(cgi, plugin, run('c', '/usr/bin/uname', 'uname')))).toMatchObject({
      uname: 'program',
    });
    const code = run('b', '/usr/bin/python3.11', 'python3', '-c', 'import x');
    expect(toPlaces(read(shell, code, run('c', '/usr/bin/env', 'env')))).toMatchObject({
      env: 'typed',
    });
  });

  test('never lets a deeper script pass for what was typed', () => {
    const plugin = run('a', '/usr/bin/dash', 'sh', '-c', '/usr/share/x/run');
    const script = run('b', '/usr/bin/dash', '/bin/sh', '/usr/share/x/run');
    const inner = run('c', '/usr/bin/bash', '/bin/bash', '/srv/app/inner.sh');
    expect(toPlaces(read(plugin, script, inner, run('d', '/usr/bin/id', 'id')))).toMatchObject({
      id: 'program',
    });
  });

  test('knows lines of a script that a shell runs', () => {
    const script = run('a', '/usr/bin/bash', '/bin/bash', '/srv/cgi-bin/status.sh');
    const last = read(script, run('b', '/usr/bin/ps', 'ps', 'aux')).at(-1);
    expect(last && isInShellScript(last)).toBe(true);
    const typed = read(
      run('a', '/usr/bin/bash', 'bash', '-c', 'x'),
      run('b', '/usr/bin/ps', 'ps', 'aux')
    ).at(-1);
    expect(typed && isInShellScript(typed)).toBe(false);
  });
});

describe('isStatusPage', () => {
  const script = run('a', '/usr/bin/bash', '/bin/bash', '/srv/cgi-bin/status.sh');

  test('is a script that asks how busy the machine is, and more', () => {
    expect(readRow(script, 'uptime', 'df', 'ps', 'netstat')).toBe(true);
    expect(readRow(script, 'whoami', 'ps', 'uptime')).toBe(false);
  });

  test('is not what was typed', () => {
    expect(readRow(run('a', '/usr/bin/dash', 'sh', '-c', 'x'), 'uptime', 'df', 'ps')).toBe(false);
  });
});
