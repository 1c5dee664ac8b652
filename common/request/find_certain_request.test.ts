import { expect, it } from 'vitest';
import { findCertainRequest } from './find_certain_request';
import type { SoughtExec } from './rank_requests';
import type { WebRequest } from './web_request';

const SECOND = Date.parse('2026-11-24T02:43:28.000Z');
const exec: SoughtExec = {
  time: SECOND + 400,
  workingDirectory: '/var/www/html/uploads',
  executable: '/usr/bin/dash',
  texts: ["sh -c 'cat /etc/passwd'", 'cat /etc/passwd'],
};
const request = (target: string, parts: Partial<WebRequest> = {}): WebRequest => ({
  ...{ time: SECOND, precision: 1000, address: '203.0.113.9', method: 'GET', target },
  ...parts,
});
const OTHER = '198.51.100.7';
const toAddress = (requests: readonly WebRequest[], sought = exec): string | undefined =>
  findCertainRequest(sought, requests)?.address;

it.each([
  ['holds the command', request('/x.php?c=cat%20/etc/passwd')],
  ['holds it in a header', request('/', { userAgent: '() { :;}; cat /etc/passwd' })],
  [
    'was logged when it ended, within the minute',
    request('/x?c=cat+/etc/passwd', { time: SECOND + 59_000 }),
  ],
  [
    'asked for a script of the directory at that moment',
    request('/uploads/x.php', { method: 'POST' }),
  ],
])('is sure of the one that %s', (_what, one) => {
  expect(toAddress([request('/', { address: OTHER }), one])).toBe('203.0.113.9');
});

it('is sure of the one whose parameter went into the command', () => {
  const injected = { ...exec, texts: ['ping -c 1 127.0.0.1;id 2>&1'] };
  expect(toAddress([request('/status.php?host=127.0.0.1%3Bid&x=1')], injected)).toBe('203.0.113.9');
  // What others may ask stands in a command by chance.
  for (const value of ['127.0.0.1', ';', '%3b', '1;', 'id']) {
    expect(toAddress([request(`/status.php?host=${value}`)], injected)).toBeUndefined();
  }
});

it('is sure of a CGI script that was asked for at that moment', () => {
  const cgi = { ...exec, executable: '/usr/lib/cgi-bin/status.sh', texts: [] };
  expect(toAddress([request('/cgi-bin/status.sh')], cgi)).toBe('203.0.113.9');
  expect(toAddress([request('/cgi-bin/status.sh', { time: SECOND + 9000 })], cgi)).toBeUndefined();
});

it.each([
  ['only near in time', request('/x.php')],
  ['for a picture of the directory', request('/uploads/x.png')],
  [
    'for a script of the directory at another moment',
    request('/uploads/x.php', { time: SECOND + 5000 }),
  ],
  ['answered before the program started', request('/x?c=cat+/etc/passwd', { time: SECOND - 2000 })],
  ['logged later than a minute', request('/x?c=cat+/etc/passwd', { time: SECOND + 61_000 })],
  ['of a proxy on the machine itself', request('/x?c=cat+/etc/passwd', { address: '127.0.0.1' })],
])('is not sure of a request %s', (_what, one) => {
  expect(toAddress([one])).toBeUndefined();
});

it('is not sure where another address sent such a one', () => {
  const one = request('/x.php?c=cat%20/etc/passwd');
  expect(toAddress([one, { ...one, address: OTHER, time: SECOND + 20_000 }])).toBeUndefined();
  expect(toAddress([one, { ...one, time: SECOND + 20_000 }])).toBe('203.0.113.9');
  const script = request('/uploads/x.php');
  expect(toAddress([script, { ...script, address: OTHER }])).toBeUndefined();
  // Whoever sent the command is known, whoever else asked for the script.
  expect(toAddress([one, { ...script, address: OTHER }])).toBe('203.0.113.9');
});

it('does not let a proxy’s log beside the server’s make it doubtful', () => {
  const one = request('/x.php?c=cat%20/etc/passwd');
  expect(toAddress([{ ...one, address: '::1' }, one])).toBe('203.0.113.9');
});

it.each([
  ['one word, which others ask too', ['id'], '/list.php?sort=id'],
  ['a part of longer words', ['ls -la'], '/details-latest?q=details-latest'],
  ['the end of a longer word', ['w -h'], '/x.php?q=view-h'],
  ['nothing', [''], '/x.php?c='],
])('takes %s for no command', (_what, texts, target) => {
  expect(toAddress([request(target)], { ...exec, texts })).toBeUndefined();
});

it('compares a command with thousands of hostile requests in bounded time', () => {
  const hostile = Array.from({ length: 1000 }, (_, at) =>
    request(`/x.php?c=${'%2525'.repeat(200)}${'ls -la'.repeat(100)}${at}`, {
      address: `10.0.0.${at % 200}`,
    })
  );
  const start = process.cpuUsage().user;
  for (let at = 0; at < 5; at++)
    toAddress(hostile, { ...exec, texts: ['ls -la', 'cat /etc/passwd'] });
  expect(process.cpuUsage().user - start).toBeLessThan(3_000_000);
});
