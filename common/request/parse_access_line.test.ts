import { expect, it, test } from 'vitest';
import { parseAccessLine } from './parse_access_line';

const TIME = Date.parse('2026-11-24T02:43:28.000Z');

it('reads a line of nginx and of Apache in the combined format', () => {
  expect(
    parseAccessLine(
      '203.0.113.9 - - [24/Nov/2026:10:43:28 +0800] "GET /up/x.php?c=id%20-a HTTP/1.1" 200 54 "-" "curl/8.5.0"'
    )
  ).toEqual({
    time: TIME,
    precision: 1000,
    address: '203.0.113.9',
    method: 'GET',
    target: '/up/x.php?c=id%20-a',
    status: 200,
    bytes: 54,
    userAgent: 'curl/8.5.0',
  });
});

it('reads the common format of Tomcat, with a user whose name holds a blank', () => {
  expect(
    parseAccessLine('::1 - john doe [24/Nov/2026:02:43:28 +0000] "POST /run.jsp HTTP/1.1" 500 -')
  ).toEqual({
    time: TIME,
    precision: 1000,
    address: '::1',
    user: 'john doe',
    method: 'POST',
    target: '/run.jsp',
    status: 500,
  });
});

it('reads the virtual host before a line and the forwarded address behind it', () => {
  const found = parseAccessLine(
    'shop.example:443 10.0.0.2 - - [24/Nov/2026:02:43:28 +0000] "GET / HTTP/2.0" 304 0 "https://a.example/" "Mozilla/5.0 (X11)" "198.51.100.7, 10.0.0.9"'
  );
  expect(found).toMatchObject({
    site: 'shop.example',
    address: '10.0.0.2',
    referrer: 'https://a.example/',
    forwardedFor: '198.51.100.7, 10.0.0.9',
  });
});

it.each([
  ['\\x22 of nginx', '"\\x22quoted\\x22"', '"quoted"'],
  ['\\" of Apache', '"\\"quoted\\" \\\\"', '"quoted" \\'],
  ['\\t of Apache', '"a\\tb"', 'a\tb'],
])('takes out the escape %s', (_what, agent, expected) => {
  const found = parseAccessLine(
    `203.0.113.9 - - [24/Nov/2026:02:43:28 +0000] "GET / HTTP/1.1" 200 1 "-" ${agent}`
  );
  expect(found?.userAgent).toBe(expected);
});

it('keeps what a scanner sends in place of a request line', () => {
  const found = parseAccessLine(
    '203.0.113.9 - - [24/Nov/2026:02:43:28 +0000] "\\x16\\x03\\x01" 400 150 "-" "-"'
  );
  expect(found).toMatchObject({ target: '\x16\x03\x01', status: 400 });
  expect(found).not.toHaveProperty('method');
});

it('reads what Caddy writes', () => {
  const line = JSON.stringify({
    level: 'info',
    ts: 1795488208.125,
    logger: 'http.log.access.log0',
    msg: 'handled request',
    request: {
      remote_ip: '203.0.113.9',
      remote_port: '50112',
      client_ip: '203.0.113.9',
      proto: 'HTTP/1.1',
      method: 'GET',
      host: 'shop.example',
      uri: '/x.php?c=id',
      headers: { 'User-Agent': ['curl/8.5.0'] },
    },
    duration: 0.02,
    size: 54,
    status: 200,
  });
  expect(parseAccessLine(line)).toEqual({
    time: 1795488208125,
    precision: 1,
    address: '203.0.113.9',
    method: 'GET',
    target: '/x.php?c=id',
    site: 'shop.example',
    status: 200,
    bytes: 54,
    userAgent: 'curl/8.5.0',
    duration: 20,
  });
});

it('reads nginx variables in JSON, numbers as text included', () => {
  const line =
    '{"time_local":"24/Nov/2026:02:43:28 +0000","remote_addr":"203.0.113.9","request":"GET /x.php HTTP/1.1","status":"404","body_bytes_sent":"0","request_time":"0.500"}';
  expect(parseAccessLine(line)).toMatchObject({
    time: TIME,
    method: 'GET',
    target: '/x.php',
    status: 404,
    bytes: 0,
    duration: 500,
  });
});

it('reads an ECS document, nested or flat', () => {
  const nested = {
    '@timestamp': '2026-11-24T02:43:28.000Z',
    source: { address: '203.0.113.9' },
    url: { path: '/x.php', query: 'c=id' },
    http: { request: { method: 'GET' }, response: { status_code: 200, body: { bytes: 54 } } },
    user_agent: { original: 'curl/8.5.0' },
  };
  const flat = {
    '@timestamp': '2026-11-24T02:43:28.000Z',
    'source.address': '203.0.113.9',
    'url.path': '/x.php',
    'url.query': 'c=id',
    'http.request.method': 'GET',
    'http.response.status_code': 200,
    'http.response.body.bytes': 54,
    'user_agent.original': 'curl/8.5.0',
  };
  const expected = {
    target: '/x.php?c=id',
    method: 'GET',
    status: 200,
    bytes: 54,
    userAgent: 'curl/8.5.0',
  };
  expect(parseAccessLine(JSON.stringify(nested))).toMatchObject(expected);
  expect(parseAccessLine(JSON.stringify(flat))).toMatchObject(expected);
});

it.each([
  '',
  'nonsense',
  '{"broken":',
  '{}',
  '[]',
  '203.0.113.9 - - [99/Foo/2026:02:43:28 +0000] "GET / HTTP/1.1" 200 1',
  '203.0.113.9 - - [24/Nov/2026:02:43:28 +0000] "GET / HTTP/1.1',
  '- [24/Nov/2026:02:43:28 +0000] "GET / HTTP/1.1" 200 1',
])('takes %j for no request', (line) => {
  expect(parseAccessLine(line)).toBeUndefined();
});

test('a hostile line costs no more than its length', () => {
  const start = process.cpuUsage().user;
  for (const piece of ['[', '] "', ' [', '\\', '"', '1:1 ']) parseAccessLine(piece.repeat(20_000));
  expect(process.cpuUsage().user - start).toBeLessThan(1_000_000);
});
