import { listUsers, parseAuthorizedKey } from '../../../machine';
import type { TableDefinition } from '../../table';

const KEY_FILES = ['.ssh/authorized_keys', '.ssh/authorized_keys2'];

export const authorizedKeysTable: TableDefinition = {
  name: 'authorized_keys',
  description: 'SSH keys that let their holders log in as local users.',
  columns: [
    { name: 'uid', type: 'BIGINT', description: 'User they log in as', index: true },
    { name: 'algorithm', type: 'TEXT', description: 'Type of the key' },
    { name: 'key', type: 'TEXT', description: 'Public key in base64' },
    { name: 'options', type: 'TEXT', description: 'Options, such as a forced command' },
    { name: 'comment', type: 'TEXT', description: 'Comment' },
    { name: 'key_file', type: 'TEXT', description: 'File the key stands in' },
    {
      ...{ name: 'pid_with_namespace', type: 'INTEGER', hidden: true },
      description: 'Always 0: other namespaces are not read',
    },
  ],
  *generate({ files }, scope) {
    for (const { uid, directory } of listUsers(files, scope.equals('uid'))) {
      for (const path of KEY_FILES.map((name) => `${directory}/${name}`)) {
        for (const line of (files.readText(path) ?? '').split('\n')) {
          const key = parseAuthorizedKey(line);
          if (key) yield { uid, ...key, key_file: path, pid_with_namespace: 0 };
        }
      }
    }
  },
};
