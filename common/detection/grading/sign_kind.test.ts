import { expect, it } from 'vitest';
import { SIGN_IDS } from './sign_id';
import { findSignKind, listSignIds, SIGN_KINDS } from './sign_kind';

it('gives every sign but those of the context a kind, by its family', () => {
  const without = SIGN_IDS.filter((id) => findSignKind(id) === undefined);
  expect(without).toEqual([
    'neighbours_by_hand',
    'repeated_shape',
    'application_habit',
    'unknown_command',
  ]);
  expect(findSignKind('named_pipe')).toBe('shell');
  expect(findSignKind('own_address')).toBe('download');
  expect(findSignKind('data_destroyed')).toBe('abuse');
  expect(findSignKind('of another version')).toBeUndefined();
});

it.each(SIGN_KINDS)('lists the signs of %s', (kind) => {
  expect(listSignIds(kind).length).toBeGreaterThan(0);
  expect(listSignIds(kind).map(findSignKind)).toEqual(listSignIds(kind).map(() => kind));
});
