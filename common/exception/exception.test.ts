import { describe, expect, it } from 'vitest';
import { createExceptionSearch } from './create_exception_search';
import { exceptionsSchema, type RuleException } from './exception';

const NOON = new Date('2026-11-24T12:00:00.000Z');

const toException = (part: Partial<RuleException> = {}): RuleException => ({
  id: 'a',
  query: 'process where process.name == "convert"',
  comment: 'thumbnails',
  at: '2026-11-24T11:00:00.000Z',
  by: 'ann',
  ...part,
});

const toEvent = (process: Record<string, unknown>) => ({
  event: { category: ['process'] },
  host: { name: 'web-01' },
  user: { name: 'www-data' },
  process: { parent: { executable: '/usr/sbin/nginx' }, ...process },
});

describe('asking exceptions', () => {
  const find = (part: Partial<RuleException>, risk = 47) =>
    createExceptionSearch([toException(part)], NOON)(toEvent({ name: 'convert' }), risk);

  it('names the one that hides an event', () => {
    expect(find({})?.id).toBe('a');
    expect(find({ query: 'process where process.name == "sh"' })).toBeUndefined();
  });

  it('asks none that has expired', () => {
    expect(find({ expiresAt: '2026-11-24T12:00:00.000Z' })).toBeUndefined();
    expect(find({ expiresAt: '2026-11-24T12:00:00.001Z' })?.id).toBe('a');
  });

  it('lets through what is graver than it was made for', () => {
    expect(find({ upToRisk: 60 }, 60)?.id).toBe('a');
    expect(find({ upToRisk: 60 }, 61)).toBeUndefined();
  });
});

describe('the schema of exceptions', () => {
  it('refuses a query with a mistake, and says where', () => {
    const { error } = exceptionsSchema.safeParse([toException({ query: 'process where a = 1' })]);
    expect(error?.issues[0]?.message).toMatch(/line 1, column/i);
  });

  it('refuses sequences, pipes and two of one id', () => {
    const isFine = (...all: RuleException[]): boolean => exceptionsSchema.safeParse(all).success;
    expect(isFine(toException(), toException({ id: 'b' }))).toBe(true);
    expect(isFine(toException(), toException())).toBe(false);
    expect(isFine(toException({ query: 'any where true | head 1' }))).toBe(false);
    expect(isFine(toException({ query: 'sequence [any where true] [any where true]' }))).toBe(
      false
    );
  });
});
