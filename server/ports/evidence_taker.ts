import type { EcsMapping } from '../../common/osquery/ecs_mapping';

export interface EvidenceQuery {
  readonly label: string;
  /** Filled: without placeholders. */
  readonly sql: string;
  readonly ecsMapping?: EcsMapping;
}

/** What a host is to be asked for alerts that were just raised of it. */
export interface EvidenceRequest {
  readonly spaceId: string;
  /** Fleet's id of the host's agent. */
  readonly agentId: string;
  /** `host.name` of the events. */
  readonly hostName: string | undefined;
  /** The alerts that the rows are kept with, 100 at most. */
  readonly alertIds: readonly string[];
  /** 1 to 50. */
  readonly queries: readonly EvidenceQuery[];
}

/** Asks a host what it looks like. */
export interface EvidenceTaker {
  /**
   * Sends the queries as one live query that names the alerts and bears the mark of evidence. Rows come later and stay
   * where those of all live queries are kept.
   * @returns false where that host can't be asked from here
   */
  take(request: EvidenceRequest): Promise<boolean>;
}
