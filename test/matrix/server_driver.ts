import { drivePlugin } from '../doubles/kibana/drive_plugin';
import type { KibanaPlugin } from '../doubles/kibana/create_kibana';

/** Run by plain Node.js: the server half of the zip in the double of one Kibana after the other. */
const [path = '', ...versions] = process.argv.slice(2);
const { plugin } = require(path) as { plugin: KibanaPlugin };

const drive = async (): Promise<void> => {
  const outcomes: [version: string, problem: string | null][] = [];
  for (const version of versions) {
    const problem = await drivePlugin(version, plugin).then(
      () => undefined,
      (error: unknown) => String(error)
    );
    outcomes.push([version, problem ?? null]);
  }
  process.stdout.write(JSON.stringify(outcomes));
};

void drive();
