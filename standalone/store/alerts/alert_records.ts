import { ALERT_FIELD, type AlertDocument } from '../../../common/alert/alert_document';
import { toAlertStatus } from '../../../common/alert/from_alert_document';
import type { AlertStatus } from '../../../common/alert/alert';
import type { ListedAlert } from '../../../common/alert/listed_alert';
import type { ChangedAlert } from '../../../server/ports/alert_store';
import { toAlertEntry, type AlertEntry, type AlertRow } from './alert_row';
import { createAlertRows, type AlertRows } from './alert_rows';
import { isStoreKey } from '../is_store_key';
import { foldReported } from './fold_reported';
import type { StoreDatabase } from '../open_database';

export interface AlertRecords {
  /**
   * To be called inside a transaction. An alert that is stored already gets what is new in it and stays what people made of it;
   * each row the alerts belong to is folded.
   * @returns what is to be called once the transaction is on disk
   */
  put(documents: readonly AlertDocument[]): () => void;
  find(uuid: string): AlertDocument | undefined;
  has(uuid: string): boolean;
  /** Listed alerts whose event happened in a period, both ends inclusive, in order of time. */
  rows(from?: number, to?: number): readonly AlertRow[];
  /** Folded alerts too, since a moment, in order of time. */
  allRows(from: number): readonly AlertRow[];
  /** All alerts of a row, folded ones too. */
  members(rowId: string): readonly AlertRow[];
  /** What a list shows of these rows. */
  listed(rows: readonly AlertRow[]): ListedAlert[];
  /** All of an alert's text that searches look through, in lower case. */
  getText(row: AlertRow): string;
  /**
   * Of whole rows, whichever of their alerts are named.
   * @returns those of the uuids that exist; resolves when the change is on disk
   */
  setStatus(uuids: readonly string[], status: AlertStatus): Promise<ChangedAlert[]>;
  /** Removes whole rows. */
  remove(rows: readonly AlertRow[]): Promise<void>;
  /** Every alert, folded ones too, oldest event first. */
  documents(): Iterable<AlertDocument>;
}

export const createAlertRecords = ({ root, transact, findRecord }: StoreDatabase): AlertRecords => {
  // Documents repeat the rule and its guide, so they compress to a third.
  const documents = root.openDB<AlertDocument, string>({
    name: 'alerts',
    encoding: 'json',
    compression: true,
  });
  const rows = root.openDB<AlertRow, string>({ name: 'alert_facts', encoding: 'json' });
  const listed = root.openDB<ListedAlert, string>({ name: 'alert_lines', encoding: 'json' });
  // Of those alone whose text is too long for memory.
  const texts = root.openDB<string, string>({ name: 'alert_texts', encoding: 'string' });

  let loaded: AlertRows | undefined;
  /** Read when it is first needed: a command that only reads events does without. */
  const load = (): AlertRows => {
    if (loaded) return loaded;
    if (countOf(rows) !== countOf(documents) || !isOfThisVersion()) refill();
    loaded = createAlertRows();
    loaded.put(
      [...rows.getKeys()].flatMap((uuid) => findRecord(rows, uuid) ?? findEntry(uuid)?.row ?? [])
    );
    return loaded;
  };
  /** Whether rows hold all that is asked of them; those of earlier versions don't. */
  const isOfThisVersion = (): boolean => {
    const [uuid] = rows.getKeys({ limit: 1 });
    const first = uuid === undefined ? undefined : findRecord(rows, uuid);
    return first === undefined || ('rowId' in first && 'sources' in first);
  };
  /** Rows are made of documents, so those that an earlier version did not write can be made again. */
  const refill = (): void =>
    transact(() => {
      for (const uuid of documents.getKeys()) {
        const document = findRecord(documents, uuid);
        if (document) putEntry(toAlertEntry(document));
      }
    });
  const putEntry = ({ row, listed: line, text }: AlertEntry): void => {
    void rows.put(row.uuid, row);
    void listed.put(row.uuid, line);
    if (row.isTextCut) void texts.put(row.uuid, text);
  };
  /** What a damaged row or line said is in the document, too. */
  const findEntry = (uuid: string): AlertEntry | undefined => {
    const document = findRecord(documents, uuid);
    return document && toAlertEntry(document);
  };
  const listUuids = (gone: readonly { readonly rowId: string }[]): string[] => [
    ...new Set(
      gone.flatMap(({ rowId }) =>
        load()
          .members(rowId)
          .map(({ uuid }) => uuid)
      )
    ),
  ];

  return {
    put(reported) {
      const changed = foldReported(reported, {
        find: (uuid) => findRecord(documents, uuid),
        members: (rowId) =>
          load()
            .members(rowId)
            .map(({ uuid }) => uuid),
      });
      const entries = changed.map(toAlertEntry);
      for (const [place, document] of changed.entries()) {
        const entry = entries[place];
        if (!entry) continue;
        void documents.put(entry.row.uuid, document);
        putEntry(entry);
      }
      return () => loaded?.put(entries.map(({ row }) => row));
    },

    find: (uuid) => (isStoreKey(uuid) ? findRecord(documents, uuid) : undefined),

    has: (uuid) => documents.doesExist(uuid),

    rows: (from = -Infinity, to = Infinity) => load().list(from, to),

    allRows: (from) =>
      load()
        .all()
        .filter(({ eventTime }) => eventTime >= from),

    members: (rowId) => load().members(rowId),

    listed: (shown) =>
      shown.flatMap(({ uuid, status }) => {
        const line = findRecord(listed, uuid) ?? findEntry(uuid)?.listed;
        return line ? [{ ...line, status: toAlertStatus(status) }] : [];
      }),

    getText: ({ uuid, text, isTextCut }) => (isTextCut ? (texts.get(uuid) ?? text) : text),

    async setStatus(uuids, status) {
      const asked = [...new Set(uuids)].flatMap((uuid) => load().find(uuid) ?? []);
      const changed = listUuids(asked).flatMap((uuid) => {
        const document = findRecord(documents, uuid);
        return document ? [{ ...document, [ALERT_FIELD.status]: status }] : [];
      });
      const entries = changed.map(toAlertEntry);
      transact(() => {
        for (const [place, document] of changed.entries()) {
          const entry = entries[place];
          if (!entry) continue;
          void documents.put(entry.row.uuid, document);
          putEntry(entry);
        }
      });
      load().put(entries.map(({ row }) => row));
      return asked.map(({ uuid, rowId }) => ({ id: uuid, rowId }));
    },

    async remove(gone) {
      const uuids = listUuids(gone);
      transact(() => {
        for (const uuid of uuids) {
          void documents.remove(uuid);
          for (const tree of [rows, listed, texts]) void tree.remove(uuid);
        }
      });
      load().remove(uuids);
    },

    *documents() {
      for (const { uuid } of load().all()) {
        const document = findRecord(documents, uuid);
        if (document) yield document;
      }
    },
  };
};

const countOf = (tree: { getStats(): unknown }): number =>
  (tree.getStats() as { entryCount: number }).entryCount;
