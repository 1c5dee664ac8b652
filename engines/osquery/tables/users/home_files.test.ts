import { expect, test } from 'vitest';
import { queryFixture } from '../query.fixture';

const PASSWD = {
  '/etc/passwd': 'root:x:0:0::/root:/bin/bash\nwww-data:x:33:33::/var/www:/bin/sh\nnone:x:5:5:::\n',
};

test('reads histories of bash and zsh with their times', async () => {
  const { rows } = await queryFixture(
    {
      ...PASSWD,
      '/root/.bash_history': 'id\n#1700000000\ncurl x | sh\n#comment\n#1700000001\n#1700000002\n',
      '/var/www/.zsh_history': ': 1700000003:0;rm -rf /tmp/x; : 5:0;y\n',
      '/var/www/.bash_sessions/b.history': 'w\n',
    },
    'SELECT * FROM shell_history'
  );
  const root = { uid: '0', history_file: '/root/.bash_history' };
  expect(rows).toEqual([
    { ...root, time: '0', command: 'id' },
    { ...root, time: '1700000000', command: 'curl x | sh' },
    { ...root, time: '0', command: '#comment' },
    { ...root, time: '1700000001', command: '#1700000002' },
    {
      ...{ uid: '33', time: '1700000003', command: 'rm -rf /tmp/x; : 5:0;y' },
      history_file: '/var/www/.zsh_history',
    },
    { uid: '33', time: '0', command: 'w', history_file: '/var/www/.bash_sessions/b.history' },
  ]);
});

test('reads authorized keys with options, and passes over what is no key', async () => {
  const { rows } = await queryFixture(
    {
      ...PASSWD,
      '/root/.ssh/authorized_keys': [
        '# ssh-rsa AAAA comment',
        'ssh-ed25519 AAAAC3Nza admin on laptop',
        'command="echo \\"ssh-rsa fake\\" key",no-pty ecdsa-sha2-nistp256 AAAAE2V backdoor\r',
        'sk-ssh-ed25519@openssh.com AAAAGnN',
        'not a key at all',
      ].join('\n'),
    },
    'SELECT * FROM authorized_keys'
  );
  const common = { uid: '0', key_file: '/root/.ssh/authorized_keys' };
  expect(rows).toEqual([
    {
      ...common,
      algorithm: 'ssh-ed25519',
      key: 'AAAAC3Nza',
      options: '',
      comment: 'admin on laptop',
    },
    {
      ...{ ...common, algorithm: 'ecdsa-sha2-nistp256', key: 'AAAAE2V', comment: 'backdoor' },
      options: 'command="echo \\"ssh-rsa fake\\" key",no-pty',
    },
    {
      ...common,
      algorithm: 'sk-ssh-ed25519@openssh.com',
      key: 'AAAAGnN',
      options: '',
      comment: '',
    },
  ]);
});

test('finds private keys, their kind, and whether a passphrase protects them', async () => {
  const toOpenSsh = (cipher: string, algorithm: string): string => {
    const toField = (text: string) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(text.length);
      return Buffer.concat([length, Buffer.from(text)]);
    };
    const fields = [cipher, 'kdf', '', algorithm].map(toField);
    const body = Buffer.concat([Buffer.from('openssh-key-v1\0'), ...fields]).toString('base64');
    return `-----BEGIN OPENSSH PRIVATE KEY-----\n${body}\n-----END OPENSSH PRIVATE KEY-----\n`;
  };
  const { rows } = await queryFixture(
    {
      ...PASSWD,
      '/root/.ssh/a': toOpenSsh('none', 'ssh-ed25519'),
      '/root/.ssh/b': toOpenSsh('aes256-ctr', 'ssh-rsa'),
      '/root/.ssh/c': '-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n',
      '/root/.ssh/d': '-----BEGIN EC PRIVATE KEY-----\nx\n',
      '/root/.ssh/e': '-----BEGIN ENCRYPTED PRIVATE KEY-----\nx\n',
      '/root/.ssh/e.pub': 'ssh-ed25519 AAAA root@web',
      '/var/www/.ssh/known_hosts': 'web ssh-ed25519 AAAA',
    },
    'SELECT uid, path, key_type, encrypted FROM user_ssh_keys'
  );
  expect(rows.map((row) => Object.values(row).join(' '))).toEqual([
    '0 /root/.ssh/a ed25519 0',
    '0 /root/.ssh/b rsa 1',
    '0 /root/.ssh/c rsa 1',
    '0 /root/.ssh/d ecdsa 0',
    '0 /root/.ssh/e  1',
  ]);
});

test.each(['shell_history', 'authorized_keys', 'user_ssh_keys'])(
  'reads the home of one user when %s is asked for one',
  async (table) => {
    const sql = `SELECT * FROM users JOIN ${table} USING (uid) WHERE uid = 33`;
    const { reads } = await queryFixture(PASSWD, sql);
    expect(reads.filter((path) => path.startsWith('/var/www/')).length).toBeGreaterThan(0);
    expect(reads.filter((path) => path.startsWith('/root/'))).toEqual([]);
  }
);
