import { expect, test } from 'vitest';
import { plugin } from '../../server/index';
import { createFeature } from '../../server/feature';
import { checkFeature } from '../doubles/kibana/check_feature';
import { drivePlugin } from '../doubles/kibana/drive_plugin';
import { KIBANA_VERSIONS, toKibanaLine } from '../doubles/kibana/kibana_line';

test.each(KIBANA_VERSIONS)('does its work in Kibana %s, as far as that is known', (version) =>
  drivePlugin(version, plugin)
);

test.each([
  ['8.12.2', '8.18.3'],
  ['9.0.8', '8.17.9'],
])('a feature for %s would end the boot of %s', (version, other) => {
  expect(() => checkFeature(createFeature(version), toKibanaLine(other))).toThrow();
});
