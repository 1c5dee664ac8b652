import { listUsers } from '../../../machine';
import type { TableDefinition } from '../../table';

const BEGIN = /^-----BEGIN (?:([A-Z]+) )?PRIVATE KEY-----\s*$/m;
const OPENSSH_BODY = /-----BEGIN OPENSSH PRIVATE KEY-----([A-Za-z0-9+/=\s]+)/;
/** What is in a key of OpenSSH before the name of its cipher: a magic word and the length of that name. */
const BEFORE_CIPHER = 'openssh-key-v1\0'.length + 4;
const ALGORITHMS: readonly (readonly [RegExp, string])[] = [
  [/ssh-ed25519/, 'ed25519'],
  [/ecdsa-sha2/, 'ecdsa'],
  [/ssh-rsa/, 'rsa'],
  [/ssh-dss/, 'dsa'],
];
/** The words of PEM for those that have a form of their own. */
const PEM_ALGORITHMS: Readonly<Record<string, string>> = { RSA: 'rsa', DSA: 'dsa', EC: 'ecdsa' };

interface PrivateKey {
  readonly key_type: string;
  readonly encrypted: 0 | 1;
}

/** Undefined where the text is no private key. The public half, in front of what may be encrypted, names the algorithm. */
const parsePrivateKey = (text: string): PrivateKey | undefined => {
  const begin = BEGIN.exec(text);
  if (!begin) return undefined;
  const form = begin[1] ?? '';
  if (form !== 'OPENSSH') {
    const isEncrypted = form === 'ENCRYPTED' || text.includes('ENCRYPTED');
    return { key_type: PEM_ALGORITHMS[form] ?? '', encrypted: isEncrypted ? 1 : 0 };
  }
  const body = Buffer.from(OPENSSH_BODY.exec(text)?.[1] ?? '', 'base64').toString('latin1');
  return {
    key_type: ALGORITHMS.find(([pattern]) => pattern.test(body))?.[1] ?? '',
    encrypted: body.startsWith('none', BEFORE_CIPHER) ? 0 : 1,
  };
};

export const userSshKeysTable: TableDefinition = {
  name: 'user_ssh_keys',
  description: 'Private keys in the .ssh directories of local users.',
  columns: [
    { name: 'uid', type: 'BIGINT', description: 'Whose key', index: true },
    { name: 'path', type: 'TEXT', description: 'File of the key' },
    { name: 'encrypted', type: 'INTEGER', description: '1 if a passphrase protects it' },
    { name: 'key_type', type: 'TEXT', description: 'rsa, dsa, ecdsa or ed25519; empty if unknown' },
    { name: 'key_group_name', type: 'TEXT', description: 'Always empty' },
    { name: 'key_length', type: 'INTEGER', description: 'Always -1, for unknown' },
    { name: 'key_security_bits', type: 'INTEGER', description: 'Always -1, for unknown' },
    {
      ...{ name: 'pid_with_namespace', type: 'INTEGER', hidden: true },
      description: 'Always 0: other namespaces are not read',
    },
  ],
  *generate({ files }, scope) {
    for (const { uid, directory } of listUsers(files, scope.equals('uid'))) {
      for (const name of files.list(`${directory}/.ssh`).sort()) {
        const path = `${directory}/.ssh/${name}`;
        const key = parsePrivateKey(files.readText(path) ?? '');
        if (!key) continue;
        const unknown = { key_group_name: '', key_length: -1, key_security_bits: -1 };
        yield { uid, path, ...key, ...unknown, pid_with_namespace: 0 };
      }
    }
  },
};
