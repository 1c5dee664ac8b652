import { describe, expect, it } from 'vitest';
import type { RuleException } from './exception';
import { parseExceptionFile, toExceptionFile } from './exception_file';

const toException = (part: Partial<RuleException> = {}): RuleException => ({
  id: 'a',
  query: 'process where process.name == "convert"',
  comment: 'thumbnails',
  at: '2026-11-24T11:00:00.000Z',
  by: 'ann',
  ...part,
});

describe('a file of exceptions', () => {
  it('gives back what was written', () => {
    const file = parseExceptionFile(toExceptionFile('seed', [toException()]));
    expect(file).toEqual({
      file: {
        kind: 'web_server_rce_exceptions',
        version: 1,
        ruleId: 'seed',
        exceptions: [toException()],
      },
    });
  });

  it('says what is wrong with another', () => {
    expect(parseExceptionFile('{')).toHaveProperty('problem');
    expect(parseExceptionFile('{"kind":"x"}')).toHaveProperty('problem');
  });
});
