import type { Logger } from '@kbn/core/server';
import type { InputOption } from '../options/parse_options';
import type { LocalAgent } from '../osquery/live_query/local_agent';
import type { EventInput } from './event_input';
import { createNdjsonInput } from './ndjson/create_ndjson_input';

export interface InputContext {
  readonly agent: LocalAgent;
  readonly now: () => Date;
  readonly logger: Logger;
}

/** The input the command line names. */
export const createEventInput = (option: InputOption, { logger }: InputContext): EventInput => {
  switch (option.kind) {
    case 'recording':
    case 'audit_log':
      throw new Error('not yet');
    case 'events':
      return createNdjsonInput(option.path, logger);
  }
};
