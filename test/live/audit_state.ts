import { execFileSync } from 'node:child_process';

/** What `auditctl -s` says of the kernel. */
export interface AuditState {
  /** 0: off, 1: on, 2: on and locked until the next start of the machine. */
  readonly enabled: number;
  /** Of the audit daemon; 0 without one. */
  readonly pid: number;
  /** Records the kernel keeps for the daemon before it loses some. */
  readonly backlogLimit: number;
  /** Records lost since the machine's start. */
  readonly lost: number;
}

/** @throws Error if the kernel does not let this process see or change audit */
export const getAuditState = (): AuditState => {
  const answer = execFileSync('auditctl', ['-s'], { encoding: 'utf8', stdio: 'pipe' });
  const get = (name: string): number => {
    const value = new RegExp(`^${name} (\\d+)`, 'm').exec(answer)?.[1];
    if (value === undefined) throw new Error(`auditctl -s does not say ${name}.`);
    return Number(value);
  };
  return {
    enabled: get('enabled'),
    pid: get('pid'),
    backlogLimit: get('backlog_limit'),
    lost: get('lost'),
  };
};

/** Whether a rule for every exec is loaded already. */
export const isExecAudited = (): boolean =>
  execFileSync('auditctl', ['-l'], { encoding: 'utf8' })
    .split('\n')
    .some(
      (rule) =>
        /^-a always,exit (-F arch=b64 )?-S \S*execve/.test(rule) && !/-F (?!arch|key)/.test(rule)
    );
