import { expect, test } from 'vitest';
import { listFiles, listSources, readText } from './repository';

/** A port is what a host supplies: each has a contract, and the contract is run against all that stand for the port. */
const PORTS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    listSources('server/ports')
      .filter((path) => path !== 'server/ports/adapters.ts')
      .map((path) => [path, path.replace(/^.*\//, '').replace('.ts', '')])
  ),
  'standalone/kibana/alerting/stored_rule.ts': 'rule_store',
  'standalone/kibana/osquery/live_query_store.ts': 'live_query_store',
  'standalone/sources/event_input.ts': 'event_input',
  'engines/osquery/local_osquery.ts': 'local_osquery',
  'engines/scan/source/byte_source.ts': 'byte_source',
};

const tests = listFiles('common', 'server', 'engines', 'standalone', 'test').filter((path) =>
  /\.test\.tsx?$/.test(path)
);
const toContractName = (name: string): string =>
  `${name.replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase())}Contract`;

test.each(Object.entries(PORTS))('%s has a contract that is run at least twice', (path, name) => {
  const contract = toContractName(name);
  expect(readText(`test/contracts/${name}.contract.ts`)).toContain(`export const ${contract} = (`);
  const runs = tests.flatMap((file) => readText(file).split(`${contract}(`).slice(1));
  expect(runs.length, path).toBeGreaterThanOrEqual(2);
});
