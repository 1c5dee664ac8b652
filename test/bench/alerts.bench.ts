/** What does the list of alerts cost as they become many, and what when an attacker wrote them as large as he could? */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ALERT_FIELD, type AlertDocument } from '../../common/alert/alert_document';
import { toAlert } from '../../common/alert/to_alert';
import { alertFilterSchema, alertQuerySchema, type AlertQuery } from '../../common/api/find_alerts';
import { english } from '../../common/i18n/english';
import { toShippedParams } from '../../common/rule/rule_params';
import { webServerRule } from '../../common/rule/web_server_rule';
import { createLocalAlertStore } from '../../standalone/local/local_alert_store';
import { readRecording } from '../../standalone/recording/read_recording';
import { openStore } from '../../standalone/store/open_store';
import { collectGarbage } from './collect_garbage';

const SIZES = [50_000, 100_000];
const HOSTILE = 60;
const HOSTILE_CHARACTERS = 800_000;
const START = Date.UTC(2026, 0, 1);
const BATCH = 1000;
const TIMES = 9;

const RULE = {
  uuid: 'bench',
  definition: webServerRule,
  params: toShippedParams(webServerRule),
  locale: 'en' as const,
};

const QUERIES: readonly [name: string, query: Partial<AlertQuery>][] = [
  ['as the page asks', { statuses: ['open', 'acknowledged'] }],
  ['two words', { search: 'whoami web-01' }],
  ['a word with stars', { search: 'who*mi' }],
  ['by host', { sortField: 'host', sortOrder: 'asc' }],
  ['page 400', { page: 400 }],
];

interface Figures {
  readonly alerts: string;
  readonly question: string;
  readonly 'CPU ms (median)': string;
  readonly 'answer kB': string;
}

export const benchAlerts = async (): Promise<Figures[]> => {
  const directory = mkdtempSync(join(tmpdir(), 'web-server-rce-bench-'));
  try {
    return [...(await benchMany(join(directory, 'many'))), ...(await benchHostile(directory))];
  } finally {
    rmSync(directory, { recursive: true });
  }
};

const mebibytes = (bytes: number): string => `${(bytes / 1024 ** 2).toFixed(0)} MiB`;

/** Alerts of the recording's events over and over, a second apart, as alerting's framework stores them. */
const createDocuments = async () => {
  const recorded = await readRecording({ index: 'bench', endsAt: START });
  return (from: number, count: number, extra: Record<string, unknown> = {}): AlertDocument[] =>
    Array.from({ length: count }, (_, n) => {
      const at = from + n;
      const { process, ...recording } = { ...recorded[at % recorded.length]?.source };
      const source = {
        ...recording,
        // Commands of their own, of which one in twenty was found twice.
        process: { ...Object(process), entity_id: `process-${at % 20 === 1 ? at - 1 : at}` },
        '@timestamp': new Date(START + at * 1000).toISOString(),
        ...extra,
      };
      const { payload } = toAlert({ id: `${at}`, index: 'bench', source }, RULE, english);
      return {
        ...payload,
        [ALERT_FIELD.uuid]: `bench-${at}`,
        [ALERT_FIELD.raisedAt]: new Date(START + at * 1000).toISOString(),
        [ALERT_FIELD.status]: at % 3 === 0 ? 'closed' : 'open',
      };
    });
};

/** CPU of this thread and of those that help it, in milliseconds: the median of some runs. */
const timeCpu = async <T>(action: () => Promise<T>): Promise<{ cpu: string; answer: T }> => {
  const times: number[] = [];
  let answer = await action();
  for (let run = 0; run < TIMES; run += 1) {
    const before = process.cpuUsage();
    answer = await action();
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  const median = times.sort((a, b) => a - b)[Math.floor(TIMES / 2)] ?? NaN;
  return { cpu: median.toFixed(1), answer };
};

const kilobytes = (answer: unknown): string => (JSON.stringify(answer).length / 1000).toFixed(1);

type ToDocuments = Awaited<ReturnType<typeof createDocuments>>;

const fill = async (
  directory: string,
  from: number,
  to: number,
  toDocuments: ToDocuments
): Promise<void> => {
  const store = await openStore(directory);
  for (let count = from; count < to; count += BATCH) {
    await store.rules.putRun('bench', { state: {} }, toDocuments(count, BATCH));
  }
  await store.close();
};

const benchMany = async (directory: string): Promise<Figures[]> => {
  const figures: Figures[] = [];
  const toDocuments = await createDocuments();
  let count = 0;
  for (const size of SIZES) {
    await fill(directory, count, size, toDocuments);
    count = size;
    // As after a restart: nothing is in memory yet.
    collectGarbage();
    const memory = process.memoryUsage().heapUsed;
    const store = await openStore(directory);
    const alerts = createLocalAlertStore(store.alerts);
    const begin = process.cpuUsage();
    await alerts.find(alertQuerySchema.parse({}));
    const { user, system } = process.cpuUsage(begin);
    collectGarbage();
    console.log(
      `${size.toLocaleString('en')} alerts: the first question after a start ${((user + system) / 1000).toFixed(0)} ms, ` +
        `memory +${mebibytes(process.memoryUsage().heapUsed - memory)}, ${(store.usedBytes() / size).toFixed(0)} bytes each on disk`
    );
    const add = (question: string, cpu: string, answer: unknown): void =>
      void figures.push({
        alerts: size.toLocaleString('en'),
        question,
        'CPU ms (median)': cpu,
        'answer kB': kilobytes(answer),
      });
    for (const [name, query] of QUERIES) {
      const { cpu, answer } = await timeCpu(() => alerts.find(alertQuerySchema.parse(query)));
      add(name, cpu, answer);
    }
    const around = {
      from: new Date(START).toISOString(),
      to: new Date(START + 4 * 86_400_000).toISOString(),
    };
    const filters = [
      { hosts: ['web-01-nginx'], ...around },
      { users: ['www-data'], ...around },
    ];
    const { cpu, answer } = await timeCpu(() =>
      alerts.count(filters.map((filter) => alertFilterSchema.parse(filter)))
    );
    add('a flyout’s counts', cpu, answer);
    const summary = await timeCpu(() => alerts.summarize(alertFilterSchema.parse({})));
    add('figures and bars', summary.cpu, summary.answer);
    await store.close();
  }
  return figures;
};

const benchHostile = async (directory: string): Promise<Figures[]> => {
  const store = await openStore(join(directory, 'hostile'));
  const toDocuments = await createDocuments();
  const text = 'A'.repeat(HOSTILE_CHARACTERS);
  const hostile = { process: { name: text, command_line: text, args: ['sh', '-c', text] } };
  await store.rules.putRun('bench', { state: {} }, toDocuments(0, HOSTILE, hostile));
  const alerts = createLocalAlertStore(store.alerts);
  const ask = (query: Partial<AlertQuery>) => () => alerts.find(alertQuerySchema.parse(query));
  const list = await timeCpu(ask({ perPage: 100 }));
  const search = await timeCpu(ask({ search: 'needle' }));
  await store.close();
  return [['as the page asks', list] as const, ['a word that is in none', search] as const].map(
    ([question, { cpu, answer }]) => ({
      alerts: `${HOSTILE} of ${(3 * HOSTILE_CHARACTERS).toLocaleString('en')} characters`,
      question,
      'CPU ms (median)': cpu,
      'answer kB': kilobytes(answer),
    })
  );
};
