import { expect, test } from 'vitest';
import { NO_TRIAGE, type Triage } from '../../common/triage/triage';
import type { TriageStore } from '../../server/ports/triage_store';

const NOTED: Triage = {
  ...NO_TRIAGE,
  assignee: 'ann',
  history: [{ by: 'ann', at: '2026-11-24T12:00:00.000Z', change: { kind: 'note', text: 'ü "' } }],
};

/** What every triage store must do. */
export const triageStoreContract = (createStore: () => Promise<TriageStore>): void => {
  test('has nothing of an alert that nobody worked on', async () => {
    const store = await createStore();
    expect(await store.get('a')).toEqual({ triage: NO_TRIAGE, version: undefined });
  });

  test('gives back what was saved, each alert its own', async () => {
    const store = await createStore();
    expect(await store.save('a', { triage: NOTED, version: undefined })).toBe(true);
    expect((await store.get('a')).triage).toEqual(NOTED);
    expect((await store.get('b')).triage).toEqual(NO_TRIAGE);
  });

  test('saves again over what it read', async () => {
    const store = await createStore();
    await store.save('a', { triage: NOTED, version: undefined });
    const { version } = await store.get('a');
    const { assignee: _gone, ...rest } = NOTED;
    expect(await store.save('a', { triage: rest, version })).toBe(true);
    expect((await store.get('a')).triage).toEqual(rest);
  });

  test('finds whose work rows are, the rows of some users, and who has worked', async () => {
    const store = await createStore();
    await store.save('a', { triage: NOTED, version: undefined });
    await store.save('b', { triage: { ...NOTED, assignee: '"bob" or (*)' }, version: undefined });
    await store.save('c', { triage: NO_TRIAGE, version: undefined });
    expect(await store.findAssignees(['c', 'b', 'never', 'a'])).toEqual(
      new Map([
        ['a', 'ann'],
        ['b', '"bob" or (*)'],
      ])
    );
    expect(await store.findAssignees([])).toEqual(new Map());
    expect(await store.findAssignedRows(['ann'])).toEqual(['a']);
    expect(await store.findAssignedRows(['"bob" or (*)', 'carol'])).toEqual(['b']);
    expect([...(await store.listNames())].sort()).toEqual(['"bob" or (*)', 'ann']);
  });

  test('keeps what somebody else saved in between', async () => {
    const store = await createStore();
    expect(await store.save('a', { triage: NOTED, version: undefined })).toBe(true);
    expect(await store.save('a', { triage: NO_TRIAGE, version: undefined })).toBe(false);
    const { version } = await store.get('a');
    await store.save('a', { triage: NOTED, version });
    expect(await store.save('a', { triage: NO_TRIAGE, version })).toBe(false);
    expect((await store.get('a')).triage).toEqual(NOTED);
  });
};
