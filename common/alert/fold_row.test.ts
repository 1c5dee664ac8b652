import { expect, it } from 'vitest';
import { ALERT_FIELD } from './alert_document';
import { foldRow, toRowMember, type RowMember } from './fold_row';

const toMember = (part: Partial<RowMember>): RowMember => ({
  uuid: 'seed',
  rowId: 'h:1',
  raisedAt: '2026-11-24T12:00:00.000Z',
  isTree: false,
  severity: 'high',
  status: 'open',
  isFolded: false,
  ...part,
});
const TREE = toMember({ uuid: 'tree', isTree: true });

/** Folds until nothing changes, which must be the second time. */
const fold = (...members: RowMember[]) => {
  const changes = foldRow(members);
  const toChanged = (member: RowMember): RowMember => {
    const fields = changes.find(({ uuid }) => uuid === member.uuid)?.fields ?? {};
    return {
      ...member,
      rowId: String(fields[ALERT_FIELD.rowId] ?? member.rowId),
      isFolded: Boolean(fields[ALERT_FIELD.rowFolded] ?? member.isFolded),
      status: (fields[ALERT_FIELD.status] ?? member.status) as RowMember['status'],
    };
  };
  const folded = members.map(toChanged);
  expect(foldRow(folded)).toEqual([]);
  const leader = folded.find(({ isFolded }) => !isFolded);
  const reopenedFrom = changes.find(({ uuid }) => uuid === leader?.uuid)?.fields[
    ALERT_FIELD.reopenedFrom
  ];
  return {
    leader: leader?.uuid,
    statuses: [...new Set(folded.map(({ status }) => status))],
    rowIds: [...new Set(folded.map(({ rowId }) => rowId))],
    reopenedFrom,
  };
};

it('leaves an alert that stands alone as it is', () => {
  expect(foldRow([toMember({})])).toEqual([]);
  expect(foldRow([])).toEqual([]);
});

it('lets the tree’s alert lead, though another rule’s was first', () => {
  expect(fold(toMember({}), TREE)).toMatchObject({ leader: 'tree', statuses: ['open'] });
});

it('lets the first of several alerts of events lead', () => {
  const later = toMember({ uuid: 'a', raisedAt: '2026-11-24T12:01:00.000Z' });
  expect(fold(later, toMember({})).leader).toBe('seed');
});

it('brings an alert about an inner process into the tree’s row', () => {
  expect(fold(TREE, toMember({ rowId: 'h:2' })).rowIds).toEqual(['h:1']);
});

it('keeps what people dealt with, whichever rule found it first', () => {
  expect(fold(toMember({ status: 'closed' }), TREE).statuses).toEqual(['closed']);
  expect(fold(toMember({}), { ...TREE, status: 'acknowledged' }).statuses).toEqual([
    'acknowledged',
  ]);
  const mild = toMember({ uuid: 'tree', isTree: true, severity: 'medium' });
  expect(fold(toMember({ status: 'closed' }), mild).statuses).toEqual(['closed']);
});

it('opens a row again whose severity rose, and says from where', () => {
  const later = { ...TREE, uuid: 'later', raisedAt: '2026-11-24T12:05:00.000Z' };
  const closed = { ...TREE, status: 'closed' as const };
  expect(fold(closed, { ...later, severity: 'critical' })).toMatchObject({
    ...{ leader: 'later', statuses: ['open'], reopenedFrom: 'high' },
  });
  expect(fold(closed, later)).toMatchObject({
    ...{ leader: 'later', statuses: ['closed'], reopenedFrom: undefined },
  });
});

it('leaves closed what was closed again after it rose', () => {
  const critical = { ...TREE, uuid: 'later', severity: 'critical' as const };
  const closed = { status: 'closed' as const };
  const before = { ...TREE, ...closed, isFolded: true, raisedAt: '2026-11-24T11:00:00.000Z' };
  expect(foldRow([before, { ...critical, ...closed }])).toEqual([]);
});

it('goes by the gravest that people dealt with, and of those by what was closed', () => {
  const known = toMember({ uuid: 'known', status: 'acknowledged' });
  const closed = toMember({ uuid: 'zzz', status: 'closed' });
  for (const members of [
    [TREE, known, closed],
    [TREE, closed, known],
  ]) {
    expect(fold(...members).statuses).toEqual(['closed']);
  }
  const mild = { ...closed, severity: 'low' as const };
  expect(fold(TREE, mild, known).statuses).toEqual(['acknowledged']);
  expect(fold(TREE, known, mild).statuses).toEqual(['acknowledged']);
});

it('leaves the one that leads as people left it', () => {
  const graver = toMember({ uuid: 'zzz', severity: 'critical', status: 'acknowledged' });
  expect(fold(toMember({ status: 'closed' }), graver).statuses).toEqual(['closed']);
});

it('takes along what is folded already, and lets the smaller id lead of one moment', () => {
  expect(foldRow([TREE, toMember({ rowId: 'h:2', isFolded: true })])).toMatchObject([
    { uuid: 'seed', fields: { [ALERT_FIELD.rowId]: 'h:1' } },
  ]);
  const [a, b] = [
    { ...TREE, uuid: 'a' },
    { ...TREE, uuid: 'b' },
  ];
  expect([fold(a, b).leader, fold(b, a).leader]).toEqual(['a', 'a']);
});

it('reads a member from a document, in its words and where they are missing', () => {
  const document = { [ALERT_FIELD.rowId]: 'h:1', [ALERT_FIELD.uuid]: 'u' };
  expect(toRowMember({ [ALERT_FIELD.uuid]: 'u' })).toBeUndefined();
  expect(toRowMember(document)).toEqual({
    ...{ uuid: 'u', rowId: 'h:1', raisedAt: '', isTree: false },
    ...{ severity: 'high', status: 'open', isFolded: false },
  });
  expect(
    toRowMember({
      ...document,
      [ALERT_FIELD.raisedAt]: '2026-11-24T12:00:00.000Z',
      [ALERT_FIELD.treeId]: 't',
      [ALERT_FIELD.severity]: 'critical',
      [ALERT_FIELD.status]: 'closed',
      [ALERT_FIELD.rowFolded]: true,
    })
  ).toEqual({
    ...{ uuid: 'u', rowId: 'h:1', raisedAt: '2026-11-24T12:00:00.000Z', isTree: true },
    ...{ severity: 'critical', status: 'closed', isFolded: true },
  });
});
