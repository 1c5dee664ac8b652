import type { Tree } from '../../common/detection';
import type { EventSource, SourceEvent } from '../../common/event/source_event';
import { extendedRule } from '../../common/rule/extended_rule';
import { toShippedParams } from '../../common/rule/rule_params';
import type { EventSearch } from '../../server/ports/event_reader';
import { createExecutor } from '../../server/rule_type/executor';
import type { RuleState } from '../../server/rule_type/rule_state';
import { createMemoryAdapters } from '../doubles/memory_adapters';
import { NO_EVIDENCE } from '../doubles/no_evidence';
import { createRuleRun } from '../doubles/rule_run';

const NOON = Date.UTC(2026, 10, 24, 12);
const MOST_RUNS = 20;

/** What it took to look at all candidates. */
interface RunCost {
  readonly runs: number;
  readonly alerts: number;
  /** Processor time beside the searches, milliseconds. */
  readonly ms: number;
  /** Requests to Elasticsearch for events. */
  readonly requests: number;
  readonly mebibytes: number;
}

/** Runs the extended rule until it has seen so many trees, made of the given ones, each on a process of its own. */
export const runExtendedRule = async (trees: readonly Tree[], count: number): Promise<RunCost> => {
  const copies = Array.from({ length: count }, (_, at) => copyTree(trees[at % trees.length], at));
  const roots = copies.map(({ root }) => root);
  const others = copies.map(({ rest }) => rest);
  const memory = createMemoryAdapters([]);
  let requests = 0;
  /** Answers as Elasticsearch would, by what each query asks for: searching is not what is measured. */
  const search = (asked: EventSearch): SourceEvent[] => {
    requests += 1;
    if (asked.query === extendedRule.query) {
      const isNew = ({ index, id, source }: SourceEvent): boolean => {
        const time = String(source['@timestamp']);
        return time >= asked.from && time < asked.to && asked.except?.get(index)?.has(id) !== true;
      };
      return roots.filter(isNew).slice(0, asked.size);
    }
    const ids = asked.query.matchAll(/"c(\d+)-0"/g);
    return [...new Set([...ids].map(([, at]) => Number(at)))].flatMap((at) => others[at] ?? []);
  };
  let spent = 0;
  const adapters = {
    ...memory.adapters,
    createEventReader: () => ({
      search: (asked: EventSearch) => {
        const before = cpuMs();
        const found = search(asked);
        spent += cpuMs() - before;
        return Promise.resolve(found);
      },
    }),
  };
  const execute = createExecutor(adapters, NO_EVIDENCE, 'en', () => new Date(NOON));
  let state: RuleState = {};
  const heap = process.memoryUsage().heapUsed;
  const begin = cpuMs();
  let runs = 0;
  let alerts = 0;
  do {
    const { run } = createRuleRun({
      startedAt: new Date(NOON + 60_000 + runs * 1000).toISOString(),
      updatedAt: new Date(NOON - 3_600_000),
      state,
      params: toShippedParams(extendedRule),
    });
    ({ state } = await execute(run));
    alerts += memory.reported.length;
    memory.storeReported();
    runs += 1;
  } while ((state.left?.length ?? 0) > 0 && runs < MOST_RUNS);
  return {
    runs,
    alerts,
    ms: cpuMs() - begin - spent,
    requests,
    mebibytes: (process.memoryUsage().heapUsed - heap) / 2 ** 20,
  };
};

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** A tree whose processes are its own; its moment is within the look-back of the runs. */
const copyTree = (tree: Tree | undefined, at: number) => {
  const numbers = new Map<string, number>();
  const toId = (id: unknown): string => {
    const key = String(id);
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return `c${at}-${number}`;
  };
  const events = (tree?.starts ?? []).map(({ event: { source } }, place): SourceEvent => {
    const process = source['process'] as EventSource & { readonly parent?: EventSource };
    return {
      index: 'logs-endpoint.events.process-default',
      id: `e${at}-${place}`,
      source: {
        ...source,
        '@timestamp': new Date(NOON + at).toISOString(),
        process: {
          ...process,
          entity_id: toId(process['entity_id']),
          parent: {
            ...process.parent,
            // The root's parent is the server, the same for all.
            entity_id: place === 0 ? 'server' : toId(process.parent?.['entity_id']),
          },
          Ext: { ancestry: place === 0 ? ['server'] : [toId(tree?.root.entityId)] },
        },
      },
    };
  });
  const [root, ...rest] = events;
  if (root === undefined) throw new Error('a tree without a start');
  return { root, rest };
};
