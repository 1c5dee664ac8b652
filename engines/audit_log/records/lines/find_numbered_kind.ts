/** What a record means for finding execs; `other` covers the types that don't. */
export type RecordKind = 'syscall' | 'execve' | 'cwd' | 'proctitle' | 'end' | 'user' | 'other';

/** Types by their number in `linux/audit.h`, which the kernel writes to its own log. */
const NUMBERS = new Map<number, RecordKind>([
  [1300, 'syscall'],
  [1307, 'cwd'],
  [1309, 'execve'],
  [1320, 'end'],
  [1327, 'proctitle'],
  // USER_AUTH, USER_ACCT, USER_MGMT, CRED_ACQ, CRED_DISP, USER_START, USER_END, CRED_REFR, USER_LOGIN, USER_LOGOUT, USER_CMD
  ...[1100, 1101, 1102, 1103, 1104, 1105, 1106, 1110, 1112, 1113, 1123].map(
    (number) => [number, 'user'] as const
  ),
]);

/** What `1309` or `UNKNOWN[1309]` stands for. */
export const findNumberedKind = (type: string): RecordKind =>
  NUMBERS.get(Number(/\d+/.exec(type)?.[0])) ?? 'other';
