import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Alert } from '../../common/alert/alert';
import type { ListedAlert } from '../../common/alert/listed_alert';
import type { AlertPage } from '../../common/api/find_alerts';
import type { FilledGuidePart } from '../../common/guide/guide_part';
import { extendedRule } from '../../common/rule/extended_rule';
import type { RuleDefinition } from '../../common/rule/rule_definition';
import { RULES } from '../../common/rule/rules';
import { webServerRule } from '../../common/rule/web_server_rule';
import { startHost, type StartedHost } from '../start_host';
import { getAuditState } from './audit_state';
import { findObstacle, findPhpFpm } from './find_obstacle';
import { readLiveQuery } from './read_live_query';
import { startAttackedServer, type Attack, type AttackedServer } from './start_attacked_server';
import { startAuditing } from './start_auditing';

/** Attacks a real web server of this machine and watches the host find it in the machine's audit log. */

const obstacle = findObstacle();
if (obstacle !== undefined) console.warn(`SKIPPED the real attack: ${obstacle}`);
const suite = `a real attack${obstacle === undefined ? '' : ` (skipped: ${obstacle})`}`;

const ATTACKS: readonly { attack: Attack; args: readonly string[]; name: string }[] = [
  ...['whoami', 'id', 'uname', 'pwd', 'ls', 'hostname'].map((shell) => ({
    attack: { shell },
    args: ['sh', '-c', shell],
    name: 'dash',
  })),
  ...[
    ['perl', '-e', 'print "$_\\n" for @ARGV', 'two words', 'a "quote"', '', '漢字', 'line\nbreak'],
    ['bash', '-c', 'echo $0 $1', 'id', "';--"],
  ].map((program) => ({ attack: { program }, args: program, name: program[0] ?? '' })),
];
const ROUNDS = 3;

/** Listens, connects to the attacker and waits until that one hangs up. */
const BACKDOOR = `use IO::Socket::INET;
my $door = IO::Socket::INET->new(Listen => 1, LocalAddr => "127.0.0.1") or die;
my $home = IO::Socket::INET->new("127.0.0.1:$ARGV[0]") or die;
print $home $door->sockport . "\\n"; $home->flush; alarm 60; <$home>;`;

let directory: string;
let lostBefore: number;
/** A log that was there before may hold attacks of its own. */
let startedAt: string;
const running: { stop(): Promise<unknown> }[] = [];
let host: StartedHost;
let server: AttackedServer;
const seen = new Set<string>();

const start = async <Running extends { stop(): Promise<unknown> }>(
  starting: Promise<Running>
): Promise<Running> => {
  const started = await starting;
  running.push(started);
  return started;
};

const findRows = async (): Promise<readonly ListedAlert[]> => {
  const query = { from: startedAt, sortField: 'raisedAt', perPage: 100 };
  const page = await host.call<AlertPage>('/internal/web_server_rce/alerts/_find', query);
  return page.alerts;
};

/** Rows that a rule's alert leads. */
const findAlerts = async (rule: RuleDefinition = webServerRule): Promise<readonly ListedAlert[]> =>
  (await findRows()).filter(({ ruleId }) => ruleId === rule.id);

/**
 * Asks without a pause until PHP's server has a row nobody has seen, whichever rule was first; `at`: the moment the answer was
 * there, epoch ms.
 */
const awaitAlert = async (): Promise<{ alert: Alert; at: number }> => {
  const end = Date.now() + 30_000;
  while (Date.now() < end) {
    const rows = await findRows();
    const at = Date.now();
    const listed = rows.find(
      ({ rowId, parent }) => !seen.has(rowId) && parent?.startsWith('php-fpm')
    );
    if (!listed) continue;
    seen.add(listed.rowId);
    const { alert } = await host.call<{ alert: Alert }>(
      `/internal/web_server_rce/alerts/${listed.id}`
    );
    return { alert, at };
  }
  throw new Error(`There is no new alert. The host says: ${host.logged.join('\n')}`);
};

const attackAndAwait = async (attack: Attack) => {
  const [worker, found] = await Promise.all([server.attack(attack), awaitAlert()]);
  return { worker, ...found };
};

describe.skipIf(obstacle !== undefined)(suite, () => {
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'web-server-rce-live-'));
    startedAt = new Date().toISOString();
    const auditing = await start(startAuditing(directory));
    lostBefore = getAuditState().lost;
    server = await start(startAttackedServer(directory, findPhpFpm() ?? ''));
    host = await start(
      startHost(directory, {
        input: { kind: 'audit_log', path: auditing.log },
        firstRules: RULES.map(({ id }) => id),
      })
    );
    // Delays are those of a host that has started.
    await attackAndAwait({ shell: 'whoami' });
  });

  afterAll(async () => {
    for (const each of running.reverse()) await each.stop();
    if (directory) await rm(directory, { recursive: true });
  });

  test('each command is one alert, within a second, with its parent, user and arguments', async () => {
    const delays: number[] = [];
    const guesses: unknown[] = [];
    for (const { attack, args, name } of Array<typeof ATTACKS>(ROUNDS).fill(ATTACKS).flat()) {
      const { alert, worker, at } = await attackAndAwait(attack);
      expect(alert.event).toMatchObject({
        user: { id: '33', name: 'www-data' },
        process: {
          name,
          args,
          args_count: args.length,
          parent: { pid: worker, executable: findPhpFpm() },
        },
      });
      delays.push(at - Date.parse(alert.eventTime));
      guesses.push(alert.event['labels']);
    }
    delays.sort((one, other) => one - other);
    const find = (share: number): number => delays[Math.ceil(share * delays.length) - 1] ?? NaN;
    console.info(
      `exec to alert over HTTP, ${delays.length} attacks: p50 ${find(0.5)} ms, p95 ${find(0.95)} ms, max ${find(1)} ms; ` +
        `parents inferred: ${guesses.filter(Boolean).length}; records lost: ${getAuditState().lost - lostBefore}`
    );
    // The slowest ones tell what else this machine does meanwhile.
    expect(find(0.5)).toBeLessThan(1000);
  }, 120_000);

  test('pages that run harmless programs or none raise no alert', async () => {
    await server.visit('/style.css', /color/);
    await server.visit('/sum.php', /^4$/);
    await server.visit('/report.php', /^20\d\d\n.*done\n$/s);
    // What follows in the log is found, so the visits have been read and judged.
    const { alert } = await attackAndAwait({ shell: 'id' });
    expect(alert.event).toMatchObject({ process: { args: ['sh', '-c', 'id'] } });
    expect((await findAlerts()).filter(({ rowId }) => !seen.has(rowId))).toEqual([]);
  });

  test('the extended rule raises a command that the seed’s rule does not see, within a second, with its signs', async () => {
    const known = new Set((await findAlerts(extendedRule)).map(({ id }) => id));
    const startedAttack = Date.now();
    const attacking = server.attack({ shell: 'cat /etc/passwd | head -3; uname -a' });
    const alert = await vi.waitFor(
      async () => {
        // What else this machine does below programs like servers may be found too.
        const found = (await findAlerts(extendedRule)).find(
          ({ id, command }) => !known.has(id) && command?.includes('/etc/passwd')
        );
        if (!found) throw new Error(`There is no new alert: ${host.logged.join('\n')}`);
        return found;
      },
      { timeout: 20_000, interval: 20 }
    );
    console.info(`command to alert of the extended rule: ${Date.now() - startedAttack} ms`);
    await attacking;
    seen.add(alert.rowId);
    expect(alert.riskScore).toBeGreaterThanOrEqual(47);
    expect(host.store.alerts.find(alert.id)?.['kibana.alert.signs']).toEqual(
      expect.arrayContaining([expect.objectContaining({ eventId: expect.any(String) })])
    );
  });

  test('while the attacker’s process waits, the guide’s queries return it', async () => {
    const attacker = await listenForAttacker();
    const attacking = server.attack({ program: ['perl', '-e', BACKDOOR, String(attacker.port)] });
    const { alert } = await awaitAlert();
    const { socket, doorPort } = await attacker.connected;

    const { parts } = await host.call<{ parts: FilledGuidePart[] }>(
      `/internal/web_server_rce/alerts/${alert.id}/guide?locale=en`
    );
    const rows = new Map<string, readonly Record<string, string>[]>();
    for (const part of parts) {
      if (part.kind !== 'query') continue;
      const table = /FROM (.*)/s.exec(part.filled.sql)?.[1] ?? '';
      rows.set(table, await readLiveQuery(host, alert.id, part.filled.sql));
    }
    socket.end();
    await attacker.close();
    const worker = await attacking;

    const { pid, name, executable, parent } = alert.event['process'] as {
      pid: number;
      name: string;
      executable: string;
      parent: { pid: number };
    };
    expect({ name, parent: parent.pid }).toEqual({ name: 'perl', parent: worker });
    const process = { name, path: executable, parent: String(worker), uid: '33' };
    expect([...rows.keys()]).toEqual([
      'listening_ports',
      'process_open_sockets',
      'processes',
      'processes WHERE uid = 33',
      'crontab',
    ]);
    expect(rows.get('processes')).toContainEqual(expect.objectContaining(process));
    const ofUser = rows.get('processes WHERE uid = 33') ?? [];
    expect(ofUser).toContainEqual(expect.objectContaining(process));
    expect(ofUser.every(({ uid }) => uid === '33')).toBe(true);
    expect(rows.get('listening_ports')).toContainEqual(
      expect.objectContaining({ pid: String(pid), port: doorPort, path: '' })
    );
    expect(rows.get('process_open_sockets')).toContainEqual(
      expect.objectContaining({
        pid: String(pid),
        remote_address: '127.0.0.1',
        remote_port: String(attacker.port),
        state: 'ESTABLISHED',
      })
    );
  }, 60_000);
});

/** The attacker's end of the connection that the backdoor makes. */
const listenForAttacker = async () => {
  const listener = createServer();
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const connected = new Promise<{ socket: Socket; doorPort: string }>((resolve) => {
    listener.on('connection', (socket) => {
      socket.once('data', (bytes) => resolve({ socket, doorPort: bytes.toString().trim() }));
    });
  });
  return {
    port: (listener.address() as AddressInfo).port,
    connected,
    close: () => new Promise((resolve) => listener.close(resolve)),
  };
};
