import { expect, test } from 'vitest';
import { readCommand, READING_LIMITS } from '../../common/shell';

/** A fragment as often as it fits into one layer. */
const fill = (fragment: string): string =>
  fragment.repeat(Math.floor((READING_LIMITS.textLength - 100) / fragment.length));

/**
 * Texts that make careless readers quadratic, recursive or endless: everything that opens and never closes, repeated as
 * far as the bounds let it. Three seconds are far more than any of them
 * needs, and less than squares take.
 */
const FRAGMENTS = [
  '$(',
  '"$(',
  '`',
  '\\`',
  '${a:-',
  '${a//a/',
  '$((',
  '(',
  '((',
  '{ ',
  '{a,b}',
  '{,',
  '<(',
  '$"',
  "$'",
  '\'"',
  '[[ ( ',
  'if ',
  'for a in ',
  'for((',
  'case a in ',
  'case a in a) b;; ',
  'a() ',
  'a ()',
  '<<a ',
  'cat <<A\n',
  '<<<a ',
  'a=(',
  'a=$a$a;',
  'a=$(echo a);',
  '$(echo $(echo a));',
  '$IFS',
  '$',
  '$a',
  'A=1 ',
  'time ',
  '! ',
  ';',
  '&',
  'a|',
  'a&&',
  '\n',
  '\\\n',
  '\\',
  '#',
  '*',
  '[a',
  'a ',
  'a\t',
  '1>&2 ',
  '>',
  'eval ',
  'sudo ',
  'env A=1 ',
  '-exec id ; ',
  'sh -c sh -c ',
  'echo a|',
  'tr a-z b-y|',
  'printf %s|',
  'QUJDIERFRiBHSEkgSktM ',
  '4142434445464748 ',
  '\\x41',
  '%41',
  'http://',
  'a.',
  'a-',
  'a@',
  'a.b@',
  'a:',
  ':',
  '::1 ',
  'a:b:',
  '1.',
  '/',
  '~/a',
  'sockaddr_in(   ',
  'sudo a',
  '0123456789abcdef',
  'f(',
  '[',
  '"+"',
  'a=a+a;',
  'a.b(',
  'a::',
  'q{',
  'qx/',
  '%x(',
  'base64_decode(',
  'eval("',
  '"""',
  '\0',
  '\ud800',
  '😀',
];

/** Those that mean something to a reader of program code. */
const CODE = [
  'f(',
  '[',
  '"+"',
  'a=a+a;',
  'a.b(',
  'a::',
  'q{',
  'qx/',
  '%x(',
  'base64_decode(',
  'eval("',
  '"""',
  '`',
  '\\',
];

const expectReadInTime = (args: readonly string[]): void => {
  const start = process.cpuUsage();
  expect(readCommand(args).layers.length).toBeGreaterThan(0);
  // CPU time, as a busy machine makes a clock slow.
  expect(process.cpuUsage(start).user).toBeLessThan(3_000_000);
};

test.each(FRAGMENTS)('%j again and again is read by a shell in time', (fragment) => {
  expectReadInTime(['bash', '-c', fill(fragment)]);
});

test.each(CODE)('%j again and again is read by interpreters in time', (fragment) => {
  for (const [program, option] of [
    ['python3', '-c'],
    ['perl', '-e'],
    ['php', '-r'],
    ['ruby', '-e'],
  ] as const) {
    expectReadInTime([program, option, fill(fragment)]);
  }
});
