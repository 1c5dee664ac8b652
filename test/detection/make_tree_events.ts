import type { SourceEvent } from '../../common/event/source_event';
import { readCommand } from '../../common/shell';

/**
 * How a command reaches the kernel: by a shell, as a list of arguments, from a CGI program, run by a script's own shell, or by the
 * shell of an installed program that the server started.
 */
export type WayIn = 'sh' | 'bash' | 'argv' | 'cgi' | 'eval' | 'program';

interface Program {
  readonly executable: string;
  readonly args: readonly string[];
}

const PHP_FPM: Program = { executable: '/usr/sbin/php-fpm8.2', args: ['php-fpm: pool www'] };
const APACHE: Program = {
  executable: '/usr/sbin/apache2',
  args: ['/usr/sbin/apache2', '-k', 'start'],
};
const CGI: Program = {
  executable: '/usr/bin/perl',
  args: ['/usr/bin/perl', '/usr/lib/cgi-bin/tool.cgi'],
};
const CGI_SHELL: Program = {
  executable: '/usr/bin/bash',
  args: ['/bin/bash', '/usr/lib/cgi-bin/view.sh'],
};
/** Installed, and no habit of applications. */
const INSTALLED: Program = {
  executable: '/usr/bin/sim',
  args: ['/usr/bin/sim', '--run', '/srv/app/a.model'],
};
/** What a shell does itself, without starting a program. */
const BUILT_IN =
  /^(?:cd|echo|printf|pwd|set|unset|export|eval|exec|read|test|\[|true|false|:|history|type|command|umask|source|\.|shopt|local|exit|trap|wait|alias)$/;

/**
 * The events a command would leave: its shell and each program of its text. Made from the same reading that grading uses, so
 * this shows what signs make of a text; what the kernel makes of it is recorded in test/corpus.
 */
export const makeTreeEvents = (vector: WayIn, command: string, id: string): SourceEvent[] => {
  const events: SourceEvent[] = [];
  const add = (program: Program, parent: Program, parentId: string): string => {
    const entityId = `${id}-${events.length}`;
    events.push(toEvent(entityId, program, parent, parentId, events.length));
    return entityId;
  };
  const text = command.replaceAll('\\n', '\n');
  if (vector === 'eval') {
    const script = add(CGI_SHELL, APACHE, 'apache');
    addPrograms(['bash', '-c', text], CGI_SHELL, script);
  } else if (vector === 'cgi') {
    const script = add(CGI, APACHE, 'apache');
    const isPlain = /^[\w\s./:=+%@,-]+$/.test(text);
    if (isPlain) add(toArgv(text), CGI, script);
    else addShell('/usr/bin/dash', ['sh', '-c', text], CGI, script);
  } else if (vector === 'program') {
    addShell('/usr/bin/dash', ['sh', '-c', text], INSTALLED, add(INSTALLED, PHP_FPM, 'fpm'));
  } else if (vector === 'argv') add(toArgv(text), PHP_FPM, 'fpm');
  else if (vector === 'bash') addShell('/usr/bin/bash', ['/bin/bash', '-c', text], PHP_FPM, 'fpm');
  else addShell('/usr/bin/dash', ['sh', '-c', text], PHP_FPM, 'fpm');
  return events;

  function addShell(executable: string, args: string[], parent: Program, parentId: string): void {
    const shell = { executable, args };
    addPrograms(args, shell, add(shell, parent, parentId));
  }

  function addPrograms(args: string[], shell: Program, entityId: string): void {
    const { commands } = readCommand(args);
    for (const { path, program, args: own, layer } of commands.slice(1)) {
      if (layer > 1 || BUILT_IN.test(program) || !/^[\w./-]+$/.test(path)) continue;
      add({ executable: toExecutable(path), args: [path, ...own] }, shell, entityId);
    }
  }
};

/** The words as a shell takes them apart, behind one that keeps what starts other programs among them. */
const toArgv = (text: string): Program => {
  const [command] = readCommand(['sh', '-c', `x ${text}`]).commands.slice(1);
  const args = command === undefined ? [text] : [...command.args];
  return { executable: toExecutable(args[0] ?? ''), args };
};

const toExecutable = (path: string): string => (path.includes('/') ? path : `/usr/bin/${path}`);

const START = Date.UTC(2026, 10, 24);

const toEvent = (
  entityId: string,
  { executable, args }: Program,
  parent: Program,
  parentId: string,
  at: number
): SourceEvent => ({
  index: 'made',
  id: entityId,
  source: {
    '@timestamp': new Date(START + at).toISOString(),
    event: { category: ['process'], type: ['start'], action: 'exec', sequence: at },
    host: { id: 'web-1', name: 'web-1', os: { type: 'linux' } },
    user: { name: 'www-data' },
    process: {
      entity_id: entityId,
      executable,
      name: executable.slice(executable.lastIndexOf('/') + 1),
      args,
      working_directory: '/var/www/html',
      parent: {
        entity_id: parentId,
        executable: parent.executable,
        name: parent.executable.slice(parent.executable.lastIndexOf('/') + 1),
        args: parent.args,
      },
    },
  },
});
