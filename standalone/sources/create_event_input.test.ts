import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from '@kbn/core/server';
import { describe } from 'vitest';
import { writeAuditRecords } from '../../engines/audit_log/write_audit_records.fixture';
import { eventInputContract, type FedInput } from '../../test/contracts/event_input.contract';
import { createTemporaryDirectory } from '../../test/temporary_store';
import { createEventInput } from './create_event_input';
import type { InputOption } from './input_option';

const logger: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  get: () => logger,
};

const toEventLine = (n: number): string =>
  `${JSON.stringify({
    '@timestamp': `2026-03-01T10:00:0${n}.000Z`,
    event: { category: 'process', id: `event ${n}` },
  })}\n`;
const toAuditLines = (n: number): string =>
  `${writeAuditRecords({ serial: n, args: ['sh', '-c', `echo ${n}`], time: `1795488208.00${n}` }).join('\n')}\n`;

const createFile = async (
  toLines: (n: number) => string,
  toOption: (path: string, directory: string) => InputOption | Promise<InputOption>
): Promise<FedInput> => {
  const directory = await createTemporaryDirectory();
  const path = join(directory, 'input.ndjson');
  await writeFile(path, [1, 2, 3].map(toLines).join(''));
  const agent = { id: 'agent', hostname: 'web-01', version: '1.0.0' };
  const option = await toOption(path, directory);
  return {
    input: createEventInput(option, { agent, recording: undefined, logger }),
    append: () => appendFile(path, toLines(4)),
  };
};

describe('a file of events', () =>
  eventInputContract(() => createFile(toEventLine, (path) => ({ kind: 'events', path }))));

describe('a followed audit log', () =>
  eventInputContract(() => createFile(toAuditLines, (path) => ({ kind: 'audit_log', path }))));

describe('a replayed audit log', () =>
  eventInputContract(() =>
    createFile(toAuditLines, async (path, directory) => {
      const processes = join(directory, 'processes');
      await writeFile(processes, '[]');
      return { kind: 'audit_replay', path, processes, hostName: 'web-01' };
    })
  ));
