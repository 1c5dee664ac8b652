import { appendFile } from 'node:fs/promises';
import { writeAuditRecords } from '../../engines/audit_log/write_audit_records.fixture';

/** Every so many execs a web server is started and runs a command of an attacker. */
const ATTACK_EVERY = 100;
const FIRST_PID = 1000;
const PIDS = 30_000;

/** Whether the shipped rule matches the exec with this serial. */
export const isAttack = (serial: number, every = ATTACK_EVERY): boolean =>
  serial % every === every / 2;

/** Appends the execs with serials `from` to `to` (exclusive), one a millisecond. */
export const writeAttackLog = async (
  path: string,
  from: number,
  to: number,
  startsAt: number,
  attackEvery = ATTACK_EVERY
): Promise<void> => {
  const lines: string[] = [];
  for (let serial = from; serial < to; serial += 1) {
    const pid = FIRST_PID + (serial % PIDS);
    const time = ((startsAt + serial) / 1000).toFixed(3);
    const program = isAttack(serial, attackEvery)
      ? { exe: '/usr/bin/dash', args: ['sh', '-c', 'whoami'], ppid: pid - 1 }
      : isAttack(serial + 1, attackEvery)
        ? { exe: '/usr/sbin/nginx', args: ['nginx'], ppid: 1 }
        : { exe: '/usr/bin/true', args: ['true', `${serial}`], ppid: 1 };
    lines.push(...writeAuditRecords({ serial, time, pid, ...program }));
  }
  await appendFile(path, `${lines.join('\n')}\n`, 'latin1');
};
