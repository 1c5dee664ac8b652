import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { FEATURE_ID } from '../../../common/product';

const MINUTES_2 = 120_000;
const run = promisify(execFile);

/** The directory of a Kibana where the zip is installed, and that zip. What runs there goes on with what it has read. */
const { KIBANA_HOME: home, KIBANA_ZIP: zip } = process.env;
const obstacle =
  home === undefined || zip === undefined ? 'KIBANA_HOME or KIBANA_ZIP is not set' : undefined;
if (obstacle !== undefined) console.warn(`Kibana’s installer: skipped: ${obstacle}.`);

/** What Kibana's own installer does with the zip. */
export const describeInstallation = (): void => {
  describe.skipIf(obstacle !== undefined)(
    `Kibana’s installer${obstacle === undefined ? '' : ` (skipped: ${obstacle})`}`,
    () => {
      const plugin = async (...args: string[]): Promise<string> => {
        const { stdout } = await run(join(home ?? '', 'bin/kibana-plugin'), args);
        return stdout;
      };
      const install = () => plugin('install', pathToFileURL(zip ?? '').href);

      test(
        'does not replace an older version, removes it, and installs the new one',
        async () => {
          expect(await plugin('list')).toContain(FEATURE_ID);
          await expect(install()).rejects.toMatchObject({
            stderr: expect.stringMatching(/already exists, please remove before installing/),
          });
          await plugin('remove', FEATURE_ID);
          expect(await plugin('list')).not.toContain(FEATURE_ID);
          expect(await install()).toContain('Plugin installation complete');
          expect(await plugin('list')).toContain(FEATURE_ID);
        },
        MINUTES_2
      );
    }
  );
};
