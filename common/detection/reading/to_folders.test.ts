import { expect, test } from 'vitest';
import { readCommand } from '../../shell';
import { toFolders } from './to_folders';

const foldersOf = (text: string, start: string | undefined = '/srv/app'): string[] => {
  const { commands, layers } = readCommand(['sh', '-c', text]);
  const folders = toFolders(commands, layers, start);
  return commands.flatMap(({ program }, at) =>
    program.length === 1 ? [`${program} ${folders[at] ?? '?'}`] : []
  );
};

test.each<[string, string[]]>([
  ['a; b', ['a /srv/app', 'b /srv/app']],
  ['a; cd /tmp; b', ['a /srv/app', 'b /tmp']],
  ['cd var && a; cd ./log/ && b', ['a /srv/app/var', 'b /srv/app/var/log/']],
  ['cd -P /tmp; a', ['a /tmp']],
  ['pushd /tmp; a', ['a /tmp']],
  ['cd; a', ['a ~']],
  ['cd /tmp; cd -; a', ['a ?']],
  ['cd /tmp || cd /var/run; a', ['a /tmp']],
  // A subshell goes by itself, and the next one begins outside of it.
  ['(cd /tmp; a); b; (c)', ['a /tmp', 'b /srv/app', 'c /srv/app']],
  ['(a; cd /tmp; b)', ['a /srv/app', 'b /tmp']],
  // A text inside another one begins where its carrier stands.
  ["cd /tmp; sh -c 'a; cd x; b'; cd /; c", ['c /', 'a /tmp', 'b /tmp/x']],
  ['cd /tmp; v=$(a)', ['a /tmp']],
])('%s', (text, folders) => {
  expect(foldersOf(text)).toEqual(folders);
});

test('where the first folder is not known, one that is named in full is', () => {
  const { commands, layers } = readCommand(['sh', '-c', 'cd x; cd /tmp']);
  expect(toFolders(commands, layers, undefined)).toEqual([undefined, undefined, 'x']);
});
