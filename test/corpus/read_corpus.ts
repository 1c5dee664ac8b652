import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { EventSource } from '../../common/event/source_event';
import { corpusLabelSchema, type CorpusLabel } from './corpus_label';
import type { ListedProcess } from './listed_process';
import type { Split } from './split';
import split from './split.json';

/** A process of an event of the corpus, with the names of Elastic Common Schema. */
export interface CorpusProcess {
  readonly pid: number;
  /** Absent where the parent had ended and 1 stands in its place. */
  readonly entity_id?: string;
  readonly executable?: string;
  readonly name?: string;
  readonly args?: readonly string[];
}

/** An exec with the parent that forked it, as Elastic Defend would have sent it. */
export interface CorpusEvent extends EventSource {
  readonly '@timestamp': string;
  /** `sequence` is the audit serial. */
  readonly event: { readonly sequence: number };
  readonly process: CorpusProcess & {
    readonly parent: CorpusProcess;
    /** Absent where the parent had ended. */
    readonly Ext?: { readonly ancestry: readonly string[] };
  };
}

/** One recording. Files are read when they are asked for. */
export interface CorpusLab {
  readonly name: string;
  readonly split: Split;
  /** Path of the raw audit log, gzip. */
  readonly auditLogPath: string;
  readonly readAuditLog: () => string;
  /** What ran when the recording began: the text of `processes.json`, and its entries. */
  readonly readProcessesJson: () => string;
  readonly readProcesses: () => ListedProcess[];
  /** In order of time. */
  readonly readLabels: () => CorpusLabel[];
  readonly readEcsEvents: () => CorpusEvent[];
  readonly readForks: () => CorpusFork[];
}

export interface CorpusFork {
  /** Seconds since 1970. */
  readonly time: number;
  readonly ppid: number;
  readonly pid: number;
}

/** The recordings of one half of the corpus. */
export const readCorpus = (half: Split): CorpusLab[] =>
  split[half].labs.map((name): CorpusLab => {
    const locate = (file: string): string =>
      fileURLToPath(new URL(`recordings/${half}/${name}/${file}`, import.meta.url));
    const unzip = (file: string): string => gunzipSync(readFileSync(locate(file))).toString();
    return {
      name,
      split: half,
      auditLogPath: locate('audit.log.gz'),
      readAuditLog: () => unzip('audit.log.gz'),
      readProcessesJson: () => unzip('processes.json.gz'),
      readProcesses: () => JSON.parse(unzip('processes.json.gz')),
      readLabels: () =>
        parseJsonLines(readFileSync(locate('labels.jsonl'), 'utf8')).map((label) =>
          corpusLabelSchema.parse(label)
        ),
      readEcsEvents: () => parseJsonLines<CorpusEvent>(unzip('ecs_events.ndjson.gz')),
      readForks: () => parseJsonLines<CorpusFork>(unzip('forks.jsonl.gz')),
    };
  });

const parseJsonLines = <Line>(text: string): Line[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Line => JSON.parse(line));
