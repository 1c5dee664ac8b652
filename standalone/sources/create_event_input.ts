import type { Logger } from '@kbn/core/server';
import type { InputOption } from '../options/parse_options';
import type { LocalAgent } from '../osquery/live_query/local_agent';
import { createAuditFollower } from './audit/create_audit_follower';
import { createAuditReplay } from './audit/create_audit_replay';
import { createRecordingInput } from './create_recording_input';
import type { EventInput } from './event_input';
import { createNdjsonInput } from './ndjson/create_ndjson_input';

export interface InputContext {
  readonly agent: LocalAgent;
  /** Whether no events are stored. */
  readonly isEmpty: () => boolean;
  readonly now: () => Date;
  readonly logger: Logger;
}

/** The input the command line names. */
export const createEventInput = (
  option: InputOption,
  { agent, isEmpty, now, logger }: InputContext
): EventInput => {
  switch (option.kind) {
    case 'recording':
      return createRecordingInput(agent, isEmpty, now);
    case 'audit_log':
      return option.processes === undefined
        ? createAuditFollower(option.path, agent, logger)
        : createAuditReplay(option.path, option.processes, agent);
    case 'events':
      return createNdjsonInput(option.path, logger);
  }
};
