import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  PROBE_REQUEST,
  readinessProbeContract,
} from '../../test/contracts/readiness_probe.contract';
import { createTemporaryDirectory } from '../../test/temporary_store';
import { createLocalReadinessProbe } from './local_readiness_probe';

const createMachine = async () => {
  const root = await createTemporaryDirectory();
  const facts = {
    input: { kind: 'audit_log', path: join(root, 'audit.log') },
    dataDirectory: root,
    osqueryEngine: 'sqlite',
    proc: join(root, 'proc'),
    auditRules: join(root, 'audit.rules'),
  } as const;
  const probe = async () =>
    Object.fromEntries(
      (await createLocalReadinessProbe(facts).probe(PROBE_REQUEST)).map(({ id, state }) => [
        id,
        state,
      ])
    );
  return { root, facts, probe };
};

it('is green where auditd runs with its rule, and log and token are as they should be', async () => {
  const { root, facts, probe } = await createMachine();
  await mkdir(join(facts.proc, '815'), { recursive: true });
  await writeFile(join(facts.proc, '815', 'comm'), 'auditd\n');
  await writeFile(facts.auditRules, '-D\n-a always,exit -F arch=b64 -S execve,execveat -k exec\n');
  await writeFile(facts.input.path, '');
  await writeFile(join(root, 'access.json'), '{}', { mode: 0o600 });
  expect(await probe()).toEqual({
    audit_daemon: 'good',
    audit_rule: 'good',
    input_readable: 'good',
    token_private: 'good',
    osquery_engine: 'good',
  });
});

it('is red where auditd is not running, logs no starts, or others read the token', async () => {
  const { root, facts, probe } = await createMachine();
  await mkdir(join(facts.proc, '815'), { recursive: true });
  await writeFile(join(facts.proc, '815', 'comm'), 'auditdx\n');
  await writeFile(facts.auditRules, '-w /etc/passwd -p wa\n# -a always,exit -S execve\n');
  await writeFile(join(root, 'access.json'), '{}');
  await chmod(join(root, 'access.json'), 0o644);
  expect(await probe()).toMatchObject({
    audit_daemon: 'bad',
    audit_rule: 'bad',
    input_readable: 'bad',
    token_private: 'bad',
  });
});

it('says so where it can’t see, and asks for no auditd where no log is followed', async () => {
  const { facts, probe } = await createMachine();
  expect(await probe()).toMatchObject({ audit_daemon: 'unknown', audit_rule: 'unknown' });
  const replay = { ...facts, input: { kind: 'recording' } as const };
  const ids = (await createLocalReadinessProbe(replay).probe(PROBE_REQUEST)).map(({ id }) => id);
  expect(ids).toEqual(['token_private', 'osquery_engine']);
});

readinessProbeContract(
  async () => {
    const { facts } = await createMachine();
    await mkdir(join(facts.proc, '1'), { recursive: true });
    await writeFile(facts.auditRules, '');
    return createLocalReadinessProbe(facts);
  },
  async () => createLocalReadinessProbe((await createMachine()).facts)
);
