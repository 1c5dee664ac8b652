import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readCommand, readCommandLine, toShellText } from '../../common/shell';

const EVENTS = '../shared/telemetry/ecs_events.ndjson';
const LABELS = '../shared/telemetry/labels.jsonl';

const Event = z.object({
  process: z.object({ args: z.array(z.string()).min(1), command_line: z.string() }),
});
const Label = z.object({ kind: z.string(), technique: z.string(), command: z.string() });

const readLines = <T>(path: string, schema: z.ZodType<T>): readonly T[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => schema.parse(JSON.parse(line)));

const isThere = existsSync(EVENTS) && existsSync(LABELS);
if (!isThere) console.warn(`SKIPPED: ${EVENTS} and ${LABELS} are not here`);

test.skipIf(!isThere)('every recorded exec is read to its end, with its own arguments', () => {
  const events = readLines(EVENTS, Event);
  expect(events.length).toBeGreaterThan(1000);
  for (const { args } of events.map(({ process }) => process)) {
    const { layers, commands, isTruncated } = readCommand(args);
    const [first] = commands;
    expect(isTruncated).toBe(false);
    expect(layers[0]?.text).toBe(toShellText(args));
    expect(first).toBeDefined();
    // What a wrapper starts is the command; the arguments are still all there, in order.
    const written = [first?.path ?? '', ...(first?.args ?? [])];
    expect(args.slice(-written.length)).toEqual(written);
    expect(
      layers.filter(({ language, isIncomplete }) => language === 'shell' && isIncomplete)
    ).toEqual([]);
  }
});

test.skipIf(!isThere)(
  'a command line without its quotes gives the programs of its arguments',
  () => {
    const shells = readLines(EVENTS, Event)
      .map(({ process }) => process)
      .filter(
        ({ args }) =>
          args.length === 3 && /(?:^|\/)(?:ba)?sh$/.test(args[0] ?? '') && args[1] === '-c'
      );
    expect(shells.length).toBeGreaterThan(100);
    for (const { args, command_line: line } of shells) {
      const toPrograms = ({ commands }: ReturnType<typeof readCommand>): readonly string[] =>
        commands.map(({ program }) => program);
      expect(toPrograms(readCommandLine(line))).toEqual(toPrograms(readCommand(args)));
    }
  }
);

/** What the attacks of the recordings run, by technique: none may stay hidden in a text. */
const RUNS: Readonly<Record<string, readonly string[]>> = {
  'discovery-chain': ['id', 'uname', 'hostname', 'pwd', 'ls'],
  'curl-sh': ['curl', 'sh'],
  'wget-run': ['wget', 'chmod', 'x'],
  'python-c': ['python', 'id'],
  'perl-e': ['perl', 'id'],
  'php-r': ['php', 'id'],
  'awk-system': ['awk', 'id'],
  'ruby-e': ['ruby', 'id'],
  'bash-c': ['bash', 'whoami'],
  'revshell-python': ['python', 'sh'],
  'revshell-nc': ['nc', 'sh'],
  'revshell-mkfifo': ['rm', 'mkfifo', 'cat', 'sh', 'nc'],
  'revshell-perl': ['perl', 'sh'],
  'revshell-socat': ['socat', 'sh'],
  'b64-sh': ['echo', 'base64', 'sh', 'id', 'uname'],
  'hex-sh': ['echo', 'xxd', 'sh', 'id'],
  'quote-obfuscation': ['whoami'],
  'ifs-obfuscation': ['cat'],
  'wildcard-obfuscation': ['whoami'],
  'script-run': ['printf', 'chmod', 'r.sh', 'id'],
  'renamed-shell': ['cp', '.x', 'id'],
  busybox: ['id', 'wget'],
  background: ['sh', 'sleep', 'id'],
  'find-exec': ['find', 'id'],
};

test.skipIf(!isThere)('every recorded attack shows what it runs', () => {
  const attacks = readLines(LABELS, Label).filter(({ kind }) => kind === 'attack');
  const seen = new Set<string>();
  for (const { technique, command } of attacks) {
    const { commands, isTruncated } = readCommand(['sh', '-c', command]);
    expect(isTruncated).toBe(false);
    const expected = RUNS[technique];
    if (expected === undefined) continue;
    seen.add(technique);
    expect(commands.slice(1).map(({ program }) => program)).toEqual(expected);
  }
  expect([...seen].sort()).toEqual(Object.keys(RUNS).sort());
});
