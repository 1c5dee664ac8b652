import type { TableDefinition } from '../../table';

/** What the field of the password says, in Osquery's words. */
const toStatus = (password: string): string => {
  if (password === '') return 'empty';
  if (password === '!!') return 'not_set';
  return /^[!*x]/.test(password) ? 'locked' : 'active';
};

const toDay = (text = ''): number => (/^\d{1,9}$/.test(text) ? Number(text) : -1);

export const shadowTable: TableDefinition = {
  name: 'shadow',
  description: 'Passwords of local users: whether they are set and how old; root only.',
  columns: [
    { name: 'password_status', type: 'TEXT', description: 'active, locked, not_set or empty' },
    { name: 'hash_alg', type: 'TEXT', description: 'How the password is hashed' },
    { name: 'last_change', type: 'BIGINT', description: 'Day of the last change, since 1970' },
    { name: 'min', type: 'BIGINT', description: 'Fewest days between changes' },
    { name: 'max', type: 'BIGINT', description: 'Most days between changes' },
    { name: 'warning', type: 'BIGINT', description: 'Days of warning before it ends' },
    { name: 'inactive', type: 'BIGINT', description: 'Days after it until the account is locked' },
    { name: 'expire', type: 'BIGINT', description: 'Day the account ends, since 1970' },
    { name: 'flag', type: 'BIGINT', description: 'Reserved' },
    { name: 'username', type: 'TEXT', description: 'Login name', index: true },
  ],
  *generate({ files }, scope) {
    const wanted = scope.equals('username');
    for (const line of (files.readText('/etc/shadow') ?? '').split('\n')) {
      const [username = '', password, ...days] = line.split(':');
      if (password === undefined || (wanted && !wanted.includes(username))) continue;
      const [last_change, min, max, warning, inactive, expire, flag] = days.map(toDay);
      yield {
        password_status: toStatus(password),
        hash_alg: /^\$([^$]+)\$/.exec(password)?.[1] ?? '',
        ...{ last_change, min, max, warning, inactive, expire, flag, username },
      };
    }
  },
};
