import { expect, it } from 'vitest';
import { toTerminalDevice } from './to_terminal_device';

it.each([
  ['pts0', { major: 136, minor: 0 }],
  ['pts12', { major: 136, minor: 12 }],
  ['tty1', { major: 4, minor: 1 }],
  ['ttyS0', { major: 4, minor: 64 }],
  ['hvc0', undefined],
  ['pts', undefined],
])('knows the device of %s', (tty, device) => {
  expect(toTerminalDevice(tty)).toEqual(device);
});
