import { describe, expect, it } from 'vitest';
import { parseRuleQuery } from './parse_rule_query';
import { webServerRule } from './web_server_rule';

describe('parseRuleQuery', () => {
  it('takes the shipped query', () => {
    expect(parseRuleQuery(webServerRule.query).statement.kind).toBe('filter');
  });

  it.each([
    ['a mistake in the text', 'process where process.name = "sh"', 'token_unexpected'],
    ['an unknown function', 'process where lenght(process.name) > 3', 'function_unknown'],
    ['a sequence', 'sequence [process where true] [process where true]', 'query_of_other_kind'],
    ['a pipe', 'process where true | head 3', 'pipe_in_rule'],
  ])('refuses %s', (_what, query, code) => {
    expect(() => parseRuleQuery(query)).toThrow(expect.objectContaining({ code }));
  });
});
