import { expect, test } from 'vitest';
import { listSources, readText } from './repository';

/**
 * Icons of older EUIs that 122 has no more, which draws them as broken images: those one would reach for. All of them are looked
 * for by `npm run matrix`, which installs that EUI.
 */
const GONE = [
  ...['arrowDown', 'arrowEnd', 'arrowLeft', 'arrowRight', 'arrowStart', 'arrowUp', 'copyClipboard'],
  ...['crossInCircle', 'cut', 'desktop', 'email', 'exit', 'expand', 'exportAction', 'importAction'],
  ...['launch', 'magnifyWithMinus', 'magnifyWithPlus', 'minusInCircle', 'offline', 'online'],
  ...[
    'playFilled',
    'plusInCircle',
    'popout',
    'returnKey',
    'securitySignal',
    'stopFilled',
    'unlink',
  ],
];

test('no view names an icon that a later EUI took away', () => {
  const named = listSources('public').flatMap((path) =>
    readText(path)
      .split('\n')
      .filter((line) => /\b(?:iconType|icon|type)(?:=|: )/.test(line))
      .flatMap((line) =>
        GONE.filter((name) => line.includes(`'${name}'`) || line.includes(`"${name}"`))
      )
      .map((name) => `${path}: ${name}`)
  );
  expect(named).toEqual([]);
});
