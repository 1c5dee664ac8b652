import type { Catalogue } from '../kibana/i18n';
import type { InputOption } from '../sources/input_option';
import type { LocalAgent } from '../kibana/osquery/local_agent';
import type { Arrival, EventBatch } from '../store/event_records';
import type { ArrivedMatches, StandingQuery } from './standing_query';

/** What the ingest thread is started with. */
export interface IngestStart {
  readonly directory: string;
  readonly input: InputOption;
  readonly agent: LocalAgent;
  /** The recording, if it is to be played. */
  readonly recording: EventBatch | undefined;
  /** What the thread's log lines are worded in. */
  readonly language: Catalogue;
  /** Every event is looked at with these from the first one on. */
  readonly queries: readonly StandingQuery[];
}

/** Host → ingest thread. */
export type IngestCommand =
  | { readonly kind: 'watch'; readonly id: number; readonly queries: readonly StandingQuery[] }
  | { readonly kind: 'stop' };

/** Ingest thread → host. */
export type IngestReport =
  /** Every event committed from now on is looked at with the queries of that command. */
  | { readonly kind: 'watching'; readonly id: number }
  | {
      readonly kind: 'arrived';
      readonly arrival: Arrival;
      readonly matches: readonly ArrivedMatches[];
    }
  | { readonly kind: 'log'; readonly level: 'info' | 'warn' | 'error'; readonly message: string }
  /** The input is at its end or was stopped. */
  | { readonly kind: 'ended' }
  | { readonly kind: 'failed'; readonly message: string; readonly code?: string };
