import { expect, test } from 'vitest';
import { english } from '../i18n/english';
import { toSignTexts } from './sign_texts';

const SHELL = 'ncat -l -p 31337 -e /bin/sh';

test('quotes what several signs were seen in once', () => {
  expect(
    toSignTexts(
      [
        { id: 'bind_shell', params: { what: SHELL } },
        { id: 'injected_command', params: { what: SHELL } },
        { id: 'injected_command', params: { what: 'id' } },
      ],
      english
    )
  ).toEqual([
    `waits for a connection and offers a shell on it: ${SHELL}`,
    'has a command added behind the application’s own',
    'has a command added behind the application’s own: id',
  ]);
});
