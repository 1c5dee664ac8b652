import { toShellText } from '../shell';
import type { ResponseFacts } from './response_facts';

/** Steps of the customer's guide for which there are commands, by what they do. */
export const RESPONSE_STEP = {
  isolate: 'response-2',
  searchHosts: 'response-3',
  restrict: 'response-4',
  stop: 'response-5',
  block: 'response-6',
  backdoors: 'response-7',
  remove: 'response-8',
  credentials: 'response-9',
  scan: 'response-10',
  vector: 'response-11',
  times: 'response-12',
} as const;

/** Names a shell and `passwd` take for no option. */
const ACCOUNT = /^[a-z_][\w.-]*\$?$/i;

/**
 * Lines to run as root on the alert's host for one step of the response, every value quoted. Nothing of this product runs
 * them: whoever pastes them has read them.
 */
export const toResponseCommands = (step: string, facts: ResponseFacts): readonly string[] => {
  const isAccount = (user: string): boolean => ACCOUNT.test(user) && user !== 'root';
  switch (step) {
    case RESPONSE_STEP.isolate:
      return ISOLATION;
    case RESPONSE_STEP.restrict:
      return facts.users
        .filter(isAccount)
        .map((user) =>
          toShellText([
            ...['iptables', '-I', 'OUTPUT', '-m', 'owner', '--uid-owner', user],
            ...['-m', 'conntrack', '--ctstate', 'NEW', '-j', 'REJECT'],
          ])
        );
    case RESPONSE_STEP.stop: {
      const { length } = facts.pids;
      if (length === 0) return [];
      const pids = facts.pids.map(String);
      return [
        toShellText(['ps', '-o', 'pid,ppid,lstart,args', '-p', pids.join(',')]),
        toShellText(['kill', '-STOP', ...pids]),
        toShellText(['kill', '-KILL', ...pids]),
      ];
    }
    case RESPONSE_STEP.block:
      return [
        ...facts.addresses.flatMap((address) => {
          const tool = address.includes(':') ? 'ip6tables' : 'iptables';
          return [
            toShellText([tool, '-I', 'OUTPUT', '-d', address, '-j', 'REJECT']),
            toShellText([tool, '-I', 'INPUT', '-s', address, '-j', 'DROP']),
          ];
        }),
        ...facts.domains.map(
          (domain) => `${toShellText(['echo', `0.0.0.0 ${domain}`])} >> /etc/hosts`
        ),
      ];
    case RESPONSE_STEP.remove:
      return [
        ...toQuarantine(facts.madeFiles),
        ...facts.changedFiles.map((path) => toShellText(['stat', '--', path])),
      ];
    case RESPONSE_STEP.credentials:
      return [...new Set([...facts.users, ...facts.namedUsers])]
        .filter(isAccount)
        .map((user) => toShellText(['passwd', '--lock', user]));
    case RESPONSE_STEP.scan:
      return facts.directory === undefined
        ? []
        : [toShellText(['clamscan', '-ri', '--', facts.directory, '/tmp', '/var/tmp', '/dev/shm'])];
    default:
      return [];
  }
};

/** A folder that holds another of the files is moved as a whole, after what is in it was hashed. */
const toQuarantine = (files: readonly string[]): string[] => {
  const isIn = (path: string, folder: string): boolean => path.startsWith(`${folder}/`);
  const hashed = files.filter((path) => !files.some((other) => isIn(other, path)));
  const moved = files.filter((path) => !files.some((other) => isIn(path, other)));
  return [
    ...hashed.map((path) => toShellText(['sha256sum', '--', path])),
    ...moved.map((path) => toShellText(['mv', '-n', '--', path, `${path}.quarantine`])),
  ];
};

/**
 * Nothing in or out but loopback and SSH that comes in, so that the responder stays. One command, which nft applies as a
 * whole: line by line the first would cut off who types the second. The last line undoes it.
 */
const ISOLATION = [
  "nft 'table inet isolation { chain in { type filter hook input priority -300; policy drop; iif lo accept; tcp dport 22 accept; } chain out { type filter hook output priority -300; policy drop; oif lo accept; tcp sport 22 accept; } }'",
  '# nft delete table inet isolation',
];
