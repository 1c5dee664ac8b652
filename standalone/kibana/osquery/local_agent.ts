import type { LocalOsquery } from '../../../engines/osquery';

/** An agent that this host answers for: this machine, or a recorded one. Its id is the `agent.id` that its events carry. */
export interface LocalAgent {
  readonly id: string;
  readonly hostname: string;
  /** Version of this product, in place of the Elastic Agent's. */
  readonly version: string;
}

/** A machine of a recording, whose Osquery answers what it held then. */
export interface RecordedAgent {
  readonly agent: LocalAgent;
  readonly osquery: LocalOsquery;
}

/** The platform and policy a request may name to mean this machine. */
export const LOCAL_PLATFORM = 'linux';
export const LOCAL_POLICY = 'local';
