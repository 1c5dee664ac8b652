import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import type { Sandbox } from './sandbox';

/** Copies a folder's content to `/` of the sandbox, as root's. */
export const copyFiles = async (folder: string, sandbox: Sandbox): Promise<void> => {
  const archive = execFileSync('tar', ['-C', folder, '--owner=0', '--group=0', '-czf', '-', '.']);
  const untar = sandbox.enter(['tar', '-C', '/', '--no-overwrite-dir', '-xzf', '-']);
  untar.stdin?.end(archive);
  await once(untar, 'exit');
};
