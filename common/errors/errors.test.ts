import { describe, expect, it } from 'vitest';
import { english } from '../i18n/english';
import { DomainError } from './domain_error';
import { errorAttributesSchema, toErrorSentence } from './errors';

describe('an error', () => {
  it('is only built with the values its sentence has, which the compiler sees', () => {
    const errors = [
      new DomainError('alert_not_found', { id: 'a' }),
      new DomainError('internal', {}),
      // @ts-expect-error: the sentence has a place for `id`, not for `name`
      new DomainError('alert_not_found', { name: 'a' }),
      // @ts-expect-error: a value is missing
      new DomainError('alert_not_found', {}),
      // @ts-expect-error: the sentence has no places
      new DomainError('internal', { reason: 'b' }),
      // @ts-expect-error: there is no such error
      new DomainError('alert_lost', {}),
    ];
    expect(errors).toHaveLength(6);
  });

  it('is worded with its values, and with nothing in place of one that did not come', () => {
    const word = (values: Record<string, string>): string =>
      toErrorSentence('event_search_failed', values, english);
    expect(word({ reason: 'no shard' })).toMatch(/^The EQL search for events failed: no shard\./);
    expect(word({})).toMatch(/^The EQL search for events failed: \./);
  });

  it('is read back from an answer only if its code is known', () => {
    const read = (value: unknown): unknown => errorAttributesSchema.safeParse(value).data;
    expect(read({ code: 'internal' })).toEqual({ code: 'internal', values: {} });
    expect(read({ code: 'alert_not_found', values: { id: 7 } })).toEqual({
      code: 'alert_not_found',
      values: { id: '7' },
    });
    expect(read({ code: 'toString', values: {} })).toBeUndefined();
    expect(read(undefined)).toBeUndefined();
  });
});
