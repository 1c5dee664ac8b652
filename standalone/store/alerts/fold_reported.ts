import { ALERT_FIELD, type AlertDocument } from '../../../common/alert/alert_document';
import { foldRow, toRowMember } from '../../../common/alert/fold_row';
import { findText, getValues } from '../../../common/event/get_values';

interface StoredAlerts {
  find(uuid: string): AlertDocument | undefined;
  /** Uuids of all stored alerts of a row. */
  members(rowId: string): readonly string[];
}

/** The documents that storing a run's alerts writes: those reported, and what folding their rows changes of others. */
export const foldReported = (
  reported: readonly AlertDocument[],
  stored: StoredAlerts
): AlertDocument[] => {
  const changed = new Map<string, AlertDocument>();
  /** Uuids of those reported, by row. */
  const added = new Map<string, string[]>();
  for (const document of reported) {
    const uuid = toUuid(document);
    const merged = toMerged(stored.find(uuid), document);
    const rowId = findText(merged, ALERT_FIELD.rowId);
    changed.set(uuid, merged);
    if (rowId !== undefined) added.set(rowId, [...(added.get(rowId) ?? []), uuid]);
  }
  const rows = [...added].map(([rowId, uuids]) => {
    const processes = uuids.flatMap((uuid) =>
      getValues(changed.get(uuid) ?? {}, ALERT_FIELD.treeProcesses).map(String)
    );
    const rowIds = [rowId, ...processes];
    return new Set(rowIds.flatMap((id) => [...stored.members(id), ...(added.get(id) ?? [])]));
  });
  // The largest last: an inner process's own row is part of its tree's.
  rows.sort((a, b) => a.size - b.size);
  for (const uuids of rows) {
    const members = [...uuids].flatMap((uuid) => {
      const document = changed.get(uuid) ?? stored.find(uuid);
      return (document && toRowMember(document)) ?? [];
    });
    for (const { uuid, fields } of foldRow(members)) {
      changed.set(uuid, { ...(changed.get(uuid) ?? stored.find(uuid)), ...fields });
    }
  }
  return [...changed.values()];
};

const toUuid = (document: AlertDocument): string => findText(document, ALERT_FIELD.uuid) ?? '';

/** Of an alert that is reported again, its start and what became of it since stay. */
const toMerged = (before: AlertDocument | undefined, document: AlertDocument): AlertDocument => {
  if (!before) return document;
  const kept = KEPT_FIELDS.flatMap((field): [string, unknown][] =>
    field in before ? [[field, before[field]]] : []
  );
  return { ...before, ...document, ...Object.fromEntries(kept) };
};

const KEPT_FIELDS = [
  ALERT_FIELD.raisedAt,
  ALERT_FIELD.status,
  ALERT_FIELD.rowId,
  ALERT_FIELD.rowFolded,
  ALERT_FIELD.reopenedFrom,
  'tags',
  'kibana.alert.time_range',
  'kibana.alert.rule.execution.uuid',
];
