import type { SignId } from '../../grading/sign_id';
import { always, by, type Lookup, type LookupForm } from './lookup';

/** Columns that are named, no head, or JSON: an answer that a program takes apart. */
const FOR_PROGRAMS =
  /(?:^|\s)-{1,2}(?:json|J|noheadings?|no-?legend|no-?headers?|n|o|output\S*|raw|P|pairs|parsable|format\S*|columns\S*|class\S*|value)(?=\s|=|$)/;
/** Programs of the system, which an application has no reason to look into. */
const OF_SYSTEM = /^\/(?:usr\/)?s?bin\//;

/** What sudo lets an account ask, an administrator has named to a panel; `toLookupWeight` halves the rest of it. */
const forEyes = (id: SignId, weight: number): Lookup =>
  by(id, ({ options }) => (FOR_PROGRAMS.test(options) ? Math.min(weight, 24) : weight));

/** Only where its first operand asks; else the program does something, and other signs speak of that. */
const byVerb = (id: SignId, weight: number, verb: RegExp): Lookup =>
  by(id, ({ operands: [first = ''], options }) =>
    verb.test(first) && !FOR_PROGRAMS.test(options) ? weight : 0
  );

const entries = (lookup: Lookup, ...names: readonly string[]): [string, Lookup][] =>
  names.map((name) => [name, lookup]);

const intoSystem = (weight: number) => (form: LookupForm) =>
  form.operands.some((path) => OF_SYSTEM.test(path)) ? weight : 20;

/** Questions about disks, devices, sessions, Java's processes, software, and what watches the machine. */
export const MACHINE_LOOKUPS: readonly [string, Lookup][] = [
  ...entries(byVerb('identity_lookup', 50, /^(?:list-\w+|(?:user|session)-status|)$/), 'loginctl'),
  ...entries(always('identity_lookup', 74), 'ypcat', 'lslogins'),
  ...entries(
    by('identity_lookup', ({ command }) => (command.args.length === 0 ? 50 : 0)),
    ...['hostid', 'tty']
  ),
  ...entries(
    by('system_lookup', ({ operands }) => (operands.length === 0 ? 48 : 0)),
    'domainname',
    'dnsdomainname',
    'nisdomainname',
    'runlevel'
  ),
  ...entries(
    forEyes('system_lookup', 50),
    ...['lshw', 'hwinfo', 'inxi', 'findmnt', 'lsipc', 'ipcs', 'swapon', 'atq'],
    ...['pvs', 'vgs', 'lvs', 'pvdisplay', 'vgdisplay', 'lvdisplay', 'modinfo', 'virt-what']
  ),
  // What is watched, by whoever wants to stay unseen.
  ...entries(always('system_lookup', 74), 'aureport', 'ausearch', 'getpcaps'),
  // A company's accounts; who signs people in asks whether the ticket is there (`-s`).
  [
    'wbinfo',
    by('identity_lookup', ({ options }) =>
      /^-[ugm]\b|^--(?:users|groups|all-domains)/.test(options) ? 74 : 0
    ),
  ],
  ['klist', by('identity_lookup', ({ options }) => (/-\w*s/.test(options) ? 0 : 74))],
  ...entries(byVerb('identity_lookup', 74, /^list$/), 'realm'),
  // Keys that somebody has left open for the next host.
  ['ssh-add', by('identity_lookup', ({ options }) => (/(?:^|\s)-[lL]\b/.test(options) ? 74 : 0))],
  ['auditctl', by('system_lookup', ({ options }) => (/(?:^|\s)-[ls]\b/.test(options) ? 74 : 0))],
  ...entries(
    // Of one device it is what a panel shows.
    by('network_lookup', ({ operands }) => (/\bdev\b|^wl\w+$/.test(operands.join(' ')) ? 20 : 48)),
    ...['nstat', 'iwconfig', 'bridge', 'tc']
  ),
  ...entries(always('network_lookup', 74), 'rpcinfo'),
  ['conntrack', by('network_lookup', ({ options }) => (/-\w*L|--dump/.test(options) ? 74 : 0))],
  [
    'firewall-cmd',
    by('network_lookup', ({ options, command: { wrappers } }) =>
      /--(?:list|get)-/.test(options) ? (wrappers.includes('sudo') ? 20 : 74) : 0
    ),
  ],
  ...entries(always('network_lookup', 34), 'tracepath', 'mtr'),
  ...entries(always('process_lookup', 44), 'pmap', 'jstack'),
  ['jinfo', always('process_lookup', 74)],
  [
    // What a Java program was told: passwords are among it.
    'jcmd',
    by('process_lookup', ({ operands }) =>
      operands.some((word) => /^VM\.(?:system_properties|command_line|flags)$/.test(word))
        ? 74
        : operands.length === 0
          ? 58
          : 30
    ),
  ],
  ...entries(byVerb('software_lookup', 50, /^list$/), 'snap', 'brew', 'yum', 'dnf', 'flatpak'),
  ...entries(by('software_lookup', intoSystem(54)), 'ldd', 'readelf', 'objdump', 'nm'),
  // What kind of machine its programs are made for; an application asks what its visitors sent.
  [
    'file',
    by('software_lookup', ({ operands }) =>
      operands.some((path) => OF_SYSTEM.test(path)) ? 74 : 0
    ),
  ],
  [
    'apk',
    by('software_lookup', ({ operands: [verb = '', name] }) =>
      verb === 'info' && name === undefined ? 50 : 0
    ),
  ],
];
