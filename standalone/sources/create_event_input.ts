import type { Logger } from '@kbn/core/server';
import type { InputOption } from '../options/parse_options';
import type { LocalAgent } from '../osquery/live_query/local_agent';
import { createAuditFollower } from './audit/create_audit_follower';
import { createAuditReplay } from './audit/create_audit_replay';
import type { EventInput } from './event_input';
import { createNdjsonInput } from './ndjson/create_ndjson_input';

export interface InputContext {
  readonly agent: LocalAgent;
  readonly now: () => Date;
  readonly logger: Logger;
}

/** The input the command line names. */
export const createEventInput = (
  option: InputOption,
  { agent, logger }: InputContext
): EventInput => {
  switch (option.kind) {
    case 'recording':
      throw new Error('not yet');
    case 'audit_log':
      return option.processes === undefined
        ? createAuditFollower(option.path, agent, logger)
        : createAuditReplay(option.path, option.processes, agent);
    case 'events':
      return createNdjsonInput(option.path, logger);
  }
};
