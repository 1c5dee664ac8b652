import { toOperands } from '../../reading/command_facts';
import { isAskedEverywhere } from '../../reading/is_asked_everywhere';
import { isQuoted } from '../../reading/is_quoted';
import type { SeenCommand } from '../../reading/tree_reading';
import { toListWeight, toWhereWeight, toWhichWeight } from './form_weights';
import { always, by, type Lookup } from './lookup';
import {
  toClusterWeight,
  toContainersWeight,
  toGroupsWeight,
  toIdWeight,
  toMountWeight,
  toServicesWeight,
  toWhoWeight,
} from './managed_weights';
import { toFindWeight, toPsWeight, toSystemFileWeight, toUsageWeight } from './lookup_weights';
import { MACHINE_LOOKUPS } from './machine_lookups';
import { NETWORK_LOOKUPS } from './network_lookups';

const which = by('software_lookup', toWhichWeight);
const list = by('file_lookup', toListWeight);

/**
 * The questions people ask of a machine they came to, with what speaks for a person: asking for everything, in the form
 * one types (`uname -a`, `ls -la`, `ps aux`), not for the one value that a program needs (`uname -r`, `ps -o rss= -p 7`).
 */
export const LOOKUPS: ReadonlyMap<string, Lookup> = new Map<string, Lookup>([
  ['whoami', always('identity_lookup', 54)],
  ['id', by('identity_lookup', toIdWeight)],
  ['who', by('identity_lookup', toWhoWeight)],
  ['w', by('identity_lookup', ({ options }) => (/-\w*h/.test(options) ? 30 : 47))],
  ['users', always('identity_lookup', 48)],
  ['groups', by('identity_lookup', toGroupsWeight)],
  ['logname', always('identity_lookup', 50)],
  [
    'last',
    // One account is what a panel asks for.
    by('identity_lookup', ({ operands }) =>
      operands.some((word) => word.includes('/'))
        ? 74
        : operands.some((word) => !/^\d+$/.test(word))
          ? 36
          : 48
    ),
  ],
  ['lastlog', by('identity_lookup', ({ options }) => (/-\w*u/.test(options) ? 40 : 74))],
  ['lastb', always('identity_lookup', 74)],
  ['finger', by('identity_lookup', ({ operands }) => (operands.length === 0 ? 50 : 44))],
  [
    'uname',
    by('system_lookup', ({ options }) =>
      /-\w*a/.test(options) ? 54 : options.length > 3 ? 34 : 18
    ),
  ],
  [
    'hostname',
    // `… || hostname`: where nothing else names the machine.
    by('system_lookup', ({ options, command: { operator } }) =>
      /-\w*I|--all-ip/.test(options) ? 48 : options === '' && operator !== '||' ? 48 : 18
    ),
  ],
  [
    'hostnamectl',
    by('system_lookup', ({ options, operands }) =>
      options === '' && !operands.includes('hostname') ? 48 : 15
    ),
  ],
  [
    'lsb_release',
    // By its whole path programs ask; by its name people do.
    by('system_lookup', ({ options, command: { path } }) =>
      /-\w*a/.test(options) && !path.startsWith('/') ? 48 : 15
    ),
  ],
  ['uptime', always('system_lookup', 14)],
  ['free', always('system_lookup', 12)],
  ['df', by('system_lookup', ({ options }) => (/-\w*h/.test(options) ? 20 : 12))],
  ['lscpu', always('system_lookup', 24)],
  ['nproc', always('system_lookup', 10)],
  ['lsblk', by('system_lookup', ({ options }) => (/-\w*[JPno]|--json/.test(options) ? 24 : 48))],
  ['fdisk', by('system_lookup', ({ options }) => (/-\w*l/.test(options) ? 48 : 0))],
  ['lsmod', always('system_lookup', 48)],
  ['lspci', always('system_lookup', 30)],
  ['dmidecode', always('system_lookup', 40)],
  ['dmesg', always('system_lookup', 50)],
  ['mount', by('system_lookup', toMountWeight)],
  ['arch', always('system_lookup', 30)],
  ['getconf', always('system_lookup', 10)],
  ['sysctl', by('system_lookup', ({ options }) => (/-\w*a/.test(options) ? 50 : 20))],
  ...NETWORK_LOOKUPS,
  ...MACHINE_LOOKUPS,
  [
    'lsof',
    by('process_lookup', ({ options, operands }) =>
      operands.some((word) => /^(?:tcp|udp)?:\w+$/i.test(word)) ||
      /(?:^| )-[a-hj-zA-Z]*t|-i\S*:\d|-p|-F/.test(options)
        ? 20
        : /-\w*i/.test(options) ||
            (options === '' && operands.length === 0) ||
            (options === '-u' && operands[0] === 'root')
          ? 74
          : 50
    ),
  ],
  ['ps', by('process_lookup', toPsWeight)],
  // Of one process by its number it is a program's question; of all it is drawn for eyes.
  [
    'pstree',
    by('process_lookup', ({ operands }) => (operands.some((word) => /^\d+$/.test(word)) ? 40 : 74)),
  ],
  [
    'top',
    by('process_lookup', ({ options, command: { isPipedInto } }) =>
      /-p/.test(options) ? 20 : /-\w*b/.test(options) && isPipedInto ? 32 : 50
    ),
  ],
  ['pgrep', always('process_lookup', 20)],
  ['pidof', always('process_lookup', 14)],
  ['systemctl', by('process_lookup', toServicesWeight)],
  ['service', by('process_lookup', ({ options }) => (options.includes('--status-all') ? 74 : 0))],
  ...(['docker', 'podman', 'nerdctl', 'crictl', 'ctr', 'runc'] as const).map(
    (name): [string, Lookup] => [name, by('process_lookup', toContainersWeight)]
  ),
  ['kubectl', by('process_lookup', toClusterWeight)],
  // Listing a folder without a program that lists.
  [
    'echo',
    by('file_lookup', ({ command: { globs, args } }) =>
      globs.some((at) => (args[at] ?? '').startsWith('/')) ? 74 : 0
    ),
  ],
  [
    'journalctl',
    // All of it, or from its end in pages.
    by('system_lookup', ({ options, command: { args } }) =>
      /-u|--unit|-o|--output|--since|--vacuum|--rotate|--flush|--disk-usage/.test(options)
        ? 30
        : /^(?:-xe|-ex|)$/.test(args.join(' '))
          ? 74
          : 50
    ),
  ],
  ['ulimit', by('system_lookup', ({ options }) => (/a/.test(options) ? 50 : 0))],
  // `cd … && pwd`: how scripts find out where they lie.
  [
    'pwd',
    by('file_lookup', ({ options, command: { operator } }) =>
      operator === '&&' || options.includes('P') ? 20 : 73
    ),
  ],
  ['ls', list],
  ['dir', list],
  ['vdir', list],
  ['ll', list],
  ['tree', by('file_lookup', ({ options }) => (/(?:^| )-[JX]/.test(options) ? 40 : 74))],
  ['find', by('file_lookup', toFindWeight)],
  ['locate', always('file_lookup', 74)],
  ['du', by('file_lookup', ({ options, operands }) => toUsageWeight(options, operands))],
  // What an application for the server is made of.
  ['jar', by('file_lookup', ({ command: { args } }) => (/^-?\w*t/.test(args[0] ?? '') ? 50 : 0))],
  ['javap', always('file_lookup', 54)],
  ['compgen', always('system_lookup', 74)],
  ...(['sestatus', 'getenforce', 'aa-status', 'lsns', 'jps', 'namei'] as const).map(
    (name): [string, Lookup] => [name, always('system_lookup', 58)]
  ),
  // A panel looks at the rights of the one file it quotes.
  ...(['lsattr', 'getfacl'] as const).map((name): [string, Lookup] => [
    name,
    by('system_lookup', ({ operands, command }) =>
      operands.some((path) => isQuoted(command, path)) ? 30 : 58
    ),
  ]),
  ['whereis', by('software_lookup', toWhereWeight)],
  ['which', which],
  [
    'command',
    by('software_lookup', (form) => (/-\w*v/i.test(form.options) ? which.toWeight(form) : 0)),
  ],
  ['type', which],
  [
    'dpkg',
    by('software_lookup', ({ options, operands }) =>
      /-\w*l|--list/.test(options) && operands.length === 0 ? 50 : 14
    ),
  ],
  [
    'rpm',
    by('software_lookup', ({ options }) =>
      /-qa/.test(options) && !/--(?:qf|queryformat)/.test(options) ? 54 : 14
    ),
  ],
  ['apt', by('software_lookup', ({ operands }) => (operands[0] === 'list' ? 46 : 20))],
  ['env', by('environment_lookup', ({ command }) => (command.args.length === 0 ? 74 : 0))],
  ['printenv', by('environment_lookup', ({ operands }) => (operands.length === 0 ? 74 : 20))],
  ['set', by('environment_lookup', ({ command }) => (command.args.length === 0 ? 74 : 0))],
  [
    'export',
    by('environment_lookup', ({ options, operands }) =>
      options === '-p' || operands.length === 0 ? 74 : 0
    ),
  ],
  [
    'cat',
    by('system_lookup', (form) =>
      isAskedEverywhere(form.command)
        ? 30
        : // Where nothing else names the system.
          Math.min(toSystemFileWeight(form), form.command.operator === '||' ? 40 : 100)
    ),
  ],
  ['head', by('system_lookup', toSystemFileWeight)],
]);

/** What the form of a question says, whoever asks it; 0 for what is none. */
export const weighLookup = (command: SeenCommand): number => {
  const options = command.args
    .filter((arg) => arg.startsWith('-') || arg.startsWith('+'))
    .join(' ');
  const form = { options, operands: toOperands(command), command };
  return LOOKUPS.get(command.program)?.toWeight(form) ?? 0;
};
