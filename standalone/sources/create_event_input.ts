import type { Logger } from '@kbn/core/server';
import type { InputOption } from './input_option';
import type { LocalAgent } from '../kibana/osquery/local_agent';
import type { EventBatch } from '../store/event_records';
import { createAuditFollower } from './audit/create_audit_follower';
import { createAuditReplay } from './audit/create_audit_replay';
import { createGivenInput } from './create_given_input';
import type { EventInput } from './event_input';
import { createNdjsonInput } from './ndjson/create_ndjson_input';

export interface InputContext {
  readonly agent: LocalAgent;
  /** The recording, if it is to be played. */
  readonly recording: EventBatch | undefined;
  readonly logger: Logger;
}

/** The input the command line names. */
export const createEventInput = (
  option: InputOption,
  { agent, recording, logger }: InputContext
): EventInput => {
  switch (option.kind) {
    case 'recording':
      return createGivenInput(recording);
    case 'audit_log':
      return createAuditFollower(option.path, agent, logger);
    case 'audit_replay':
      return createAuditReplay(option, agent, logger);
    case 'events':
      return createNdjsonInput(option.path, logger);
  }
};
