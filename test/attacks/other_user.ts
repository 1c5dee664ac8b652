import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** The user `nobody`: as much as an attacker has who runs commands through a web server. */
const OTHER_UID = 65_534;

/** Why nothing can be done as another user here; undefined where it can. */
export const otherUserObstacle = process.getuid?.() === 0 ? undefined : 'it needs root';

/** Runs a module's source as another user and gives what it printed. */
export const runAsOtherUser = async (source: string): Promise<string> => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '-e', source],
    { uid: OTHER_UID, gid: OTHER_UID, cwd: '/', env: {} }
  );
  return stdout.trim();
};
