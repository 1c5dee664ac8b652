import { expect, test } from 'vitest';
import { queryFixture } from '../query.fixture';

const PASSWD = `root:x:0:0:root:/root:/bin/bash
# comment:x:1:1:::
+nis::::::
www-data:x:33:33::/var/www:/usr/sbin/nologin
nobody:x:4294967294:65534:n:/:
broken:x:abc:1:::
`;

test('shows local accounts and passes over what is none', async () => {
  const { rows } = await queryFixture({ '/etc/passwd': PASSWD }, 'SELECT * FROM users');
  expect(rows.map(({ username }) => username)).toEqual(['root', 'www-data', 'nobody']);
  expect(rows[2]).toEqual({
    ...{ uid: '4294967294', uid_signed: '-2', gid: '65534', gid_signed: '65534', uuid: '' },
    ...{ username: 'nobody', description: 'n', directory: '/', shell: '' },
  });
});

test.each([
  ["username = 'www-data'", ['33']],
  ["username = 'WWW-DATA' COLLATE NOCASE", ['33']],
  ['uid IN (0, 33)', ['0', '33']],
  ["uid = '33'", ['33']],
])('finds users by %s', async (where, uids) => {
  const sql = `SELECT uid FROM users WHERE ${where}`;
  const { rows } = await queryFixture({ '/etc/passwd': PASSWD }, sql);
  expect(rows.map(({ uid }) => uid)).toEqual(uids);
});

test('shows the hidden columns when they are named', async () => {
  const sql = 'SELECT pid_with_namespace, include_remote FROM users LIMIT 1';
  const { rows } = await queryFixture({ '/etc/passwd': PASSWD }, sql);
  expect(rows).toEqual([{ pid_with_namespace: '0', include_remote: '0' }]);
});
