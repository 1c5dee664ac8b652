import { expect, test } from 'vitest';
import type { IndicatorKind } from '../command_reading';
import { toDefanged } from './to_defanged';

test.each<[IndicatorKind, string, string]>([
  ['url', 'http://evil.example/x.sh?a=b.c', 'hxxp://evil[.]example/x.sh?a=b.c'],
  ['url', 'HTTPS://u@1.2.3.4:8080', 'hxxpS://u[@]1[.]2[.]3[.]4:8080'],
  ['url', 'ftp://h.example/', 'fxp://h[.]example/'],
  ['url', 'evil.example/x', 'evil[.]example/x'],
  ['ipv4', '1.2.3.4', '1[.]2[.]3[.]4'],
  ['ipv6', '2001:db8::1', '2001[:]db8[:][:]1'],
  ['domain', 'a.b.example', 'a[.]b[.]example'],
  ['email', 'a.b@c.example', 'a[.]b[@]c[.]example'],
  ['path', '/tmp/a.sh', '/tmp/a.sh'],
])('%s %s → %s', (kind, value, defanged) => {
  expect(toDefanged({ kind, value })).toBe(defanged);
});
