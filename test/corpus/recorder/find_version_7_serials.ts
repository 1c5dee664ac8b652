import { parseEql } from '../../../common/eql/parse_eql';
import { searchEvents } from '../../../common/eql/search_events';
import { webServerRule } from '../../../common/rule/web_server_rule';
import type { EcsEvent } from './to_ecs_events';

/** The serials of the events that the rule as the customer gave it matches. */
export const findVersion7Serials = (events: readonly EcsEvent[]): Set<number> => {
  const query = parseEql(webServerRule.query);
  const items = events.map((source, index) => ({ index: 'corpus', id: String(index), source }));
  return new Set(searchEvents(query, items).map(({ source }) => source.event.sequence));
};
