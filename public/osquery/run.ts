import type { EcsMapping } from '../../common/osquery/ecs_mapping';

/** What somebody asks of a host. */
export interface RunRequest {
  /** The guide's name for the query; empty where there is none. */
  readonly label: string;
  readonly sql: string;
  readonly ecsMapping?: EcsMapping | undefined;
}

/** A query that was taken by Kibana: where to ask for its state and rows. */
export interface SentRun extends RunRequest {
  /** `action_id` of the whole request. */
  readonly id: string;
  /** `action_id` of its one query. */
  readonly queryId: string;
  readonly alertId: string;
  readonly agentId: string;
  /** Epoch milliseconds by the reader's clock. */
  readonly startedAt: number;
  /** A rule sent it when it raised the alert. */
  readonly isEvidence?: boolean | undefined;
  /** Who sent it, where that is known. */
  readonly userName?: string | undefined;
}

/** A query on its way to Kibana, or refused by it. */
export interface Attempt extends RunRequest {
  readonly id: string;
  readonly agentId: string;
  readonly startedAt: number;
  /** Undefined while the answer is pending. */
  readonly refusal?: Refusal;
}

export interface Refusal {
  /** HTTP status; undefined when the server was not reached. */
  readonly status: number | undefined;
  readonly message: string;
}
