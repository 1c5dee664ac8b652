/** The one agent there is: this machine. Its id is the `agent.id` that this host's events carry. */
export interface LocalAgent {
  readonly id: string;
  readonly hostname: string;
  /** Version of this product, in place of the Elastic Agent's. */
  readonly version: string;
}

/** The platform and policy a request may name to mean this agent. */
export const LOCAL_PLATFORM = 'linux';
export const LOCAL_POLICY = 'local';
