import { expect, it } from 'vitest';
import { rankRequests, type SoughtExec } from './rank_requests';
import type { WebRequest } from './web_request';

const TIME = Date.parse('2026-11-24T02:43:28.400Z');
const SECOND = Date.parse('2026-11-24T02:43:28.000Z');
const exec: SoughtExec = {
  time: TIME,
  workingDirectory: '/var/www/html/uploads',
  executable: '/usr/bin/dash',
  texts: ['cat /etc/passwd'],
};
const request = (target: string, parts: Partial<WebRequest> = {}): WebRequest => ({
  time: SECOND,
  precision: 1000,
  address: '203.0.113.9',
  method: 'GET',
  target,
  ...parts,
});
const toClues = (one: WebRequest, sought: SoughtExec = exec) =>
  rankRequests(sought, [one])[0]?.clues;

it.each([
  ['percent-encoded', '/x.php?c=cat%20/etc/passwd'],
  ['with plus for a blank', '/x.php?c=cat+%2Fetc%2Fpasswd'],
  ['encoded twice', '/x.php?c=cat%2520%252Fetc%252Fpasswd'],
])('finds the command in a parameter %s', (_how, target) => {
  expect(toClues(request(target))).toEqual(['command', 'time']);
});

it('finds the command in a header that the log keeps', () => {
  expect(toClues(request('/', { userAgent: '() { :;}; cat /etc/passwd' }))).toContain('command');
});

it('leaves a percent sign that encodes nothing as it is', () => {
  expect(toClues(request('/x.php?c=%zz%ff'))).toEqual(['time']);
});

it('does not take a text of one character for the command', () => {
  expect(toClues(request('/x.php?c=w'), { ...exec, texts: ['w'] })).toEqual(['time']);
});

it('knows the folder of the script as the working directory', () => {
  expect(toClues(request('/uploads/x.php'))).toEqual(['directory', 'time']);
  expect(toClues(request('/x.php'))).toEqual(['time']);
});

it('knows a CGI script by its name', () => {
  const cgi = { ...exec, executable: '/usr/lib/cgi-bin/status.sh' };
  expect(toClues(request('/cgi-bin/status.sh'), cgi)).toEqual(['script', 'time']);
});

it.each([
  ['in the second that the log gives', SECOND, undefined, true],
  ['logged when a long answer ended', SECOND + 30_000, 30_500, true],
  ['logged long after, without a duration', SECOND + 30_000, undefined, false],
  ['answered before', SECOND - 5_000, undefined, false],
])('takes a request %s at its time: %s', (_what, time, duration, isClose) => {
  const found = toClues(request('/', { time, ...(duration === undefined ? {} : { duration }) }));
  expect(found?.includes('time')).toBe(isClose);
});

it('puts the request that holds the command first, then the closest in time', () => {
  const ranked = rankRequests(exec, [
    request('/far', { time: SECOND + 60_000 }),
    request('/near', { time: SECOND + 1000 }),
    request('/x.php?c=cat%20/etc/passwd', { time: SECOND + 90_000 }),
  ]);
  expect(ranked.map(({ request: { target } }) => target)).toEqual([
    '/x.php?c=cat%20/etc/passwd',
    '/near',
    '/far',
  ]);
  expect(ranked[1]?.gap).toBe(600);
});
