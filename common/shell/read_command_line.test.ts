import { expect, test } from 'vitest';
import { readCommandLine } from './read_command_line';

const linesOf = (text: string): readonly string[] =>
  readCommandLine(text).commands.map(({ program, args }) => [program, ...args].join(' '));

test.each<[string, readonly string[]]>([
  ['sh -c id; uname -a', ['sh -c id; uname -a', 'id', 'uname -a']],
  ['/bin/bash -lc cat /etc/passwd', ['bash -lc cat /etc/passwd', 'cat /etc/passwd']],
  ['sh -c "id -a"', ['sh -c id -a', 'id -a']],
  [`nohup sh -c 'id'`, ['sh -c id', 'id']],
  ['timeout 5 perl -e exec("id")', ['perl -e exec("id")', 'id']],
  ['grep -c a|b /srv/x', ['grep -c a|b /srv/x']],
  ['php-fpm: pool www', ['php-fpm: pool www']],
  ['sh -c', ['sh -c']],
  ['', []],
])('%j', (text, lines) => {
  expect(linesOf(text)).toEqual(lines);
});
