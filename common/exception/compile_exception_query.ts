import { createEventTest } from '../eql/create_event_test';
import type { EventSource } from '../event/source_event';
import { parseRuleQuery } from '../rule/parse_rule_query';

/**
 * Reads what an exception asks of an event. It is asked here alone, in both hosts, so what only Elasticsearch knows is refused.
 * @throws EqlError at the first mistake
 */
export const compileExceptionQuery = (text: string): ((event: EventSource) => boolean) =>
  createEventTest(parseRuleQuery(text));
