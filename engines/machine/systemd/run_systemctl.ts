import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** systemd keeps this directory while it is the init system. */
const RUNNING_MARK = '/run/systemd/system';
const TIMEOUT_MS = 5_000;
const MAX_OUTPUT_BYTES = 16 * 1024 * 1024;
const PROPERTIES = [
  ...['Id', 'Description', 'LoadState', 'ActiveState', 'SubState', 'UnitFileState'],
  ...['Following', 'Job', 'FragmentPath', 'User', 'SourcePath'],
];

/** Properties of all units from the running systemd; undefined where it does not run or does not answer. */
export const runSystemctl = (): string | undefined => {
  if (!existsSync(RUNNING_MARK)) return undefined;
  const { status, stdout } = spawnSync(
    'systemctl',
    ['show', '--all', '--no-pager', `--property=${PROPERTIES.join(',')}`, '*'],
    { encoding: 'utf8', timeout: TIMEOUT_MS, maxBuffer: MAX_OUTPUT_BYTES, stdio: 'pipe' }
  );
  return status === 0 ? stdout : undefined;
};
