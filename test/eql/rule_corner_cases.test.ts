import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { explainMatch } from '../../common/eql/explain_match';
import { parseEql } from '../../common/eql/parse_eql';
import { searchEvents } from '../../common/eql/search_events';
import type { EventSource } from '../../common/event/source_event';
import { webServerRule } from '../../common/rule/web_server_rule';

interface CornerCase {
  readonly name: string;
  readonly why: string;
  readonly matches: boolean;
  readonly event: EventSource;
}

const FILE = fileURLToPath(new URL('../../../shared/eql/rule_corner_cases.jsonl', import.meta.url));

describe('the shipped rule decides the corner cases', () => {
  if (!existsSync(FILE)) {
    console.warn('SKIPPED: ../shared/eql/rule_corner_cases.jsonl is not there');
    test.skip('skipped because ../shared/eql/rule_corner_cases.jsonl is not there', () => {});
    return;
  }
  const query = parseEql(webServerRule.query);
  const cases = readFileSync(FILE, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): CornerCase => JSON.parse(line));

  test.each(cases)('$name: $why', ({ event, matches }) => {
    expect(searchEvents(query, [{ source: event }])).toHaveLength(matches ? 1 : 0);
    const explanation = explainMatch(query, event);
    expect(explanation.matches).toBe(matches);
    expect(explanation.firstFailure === undefined).toBe(matches);
  });
});
