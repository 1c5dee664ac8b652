import { ALERT_FIELD, type AlertDocument } from '../../common/alert/alert_document';
import { toAlertStatus } from '../../common/alert/from_alert_document';
import type { ListedAlert } from '../../common/alert/listed_alert';
import { toAlertEntry, type AlertEntry, type AlertRow } from './alert_row';
import { createAlertRows, type AlertRows } from './alert_rows';
import { isStoreKey } from './is_store_key';
import type { StoreDatabase } from './open_database';

export interface AlertRecords {
  /**
   * To be called inside a transaction. An alert that is stored already is left as it is.
   * @returns what is to be called once the transaction is on disk
   */
  putNew(documents: readonly AlertDocument[]): () => void;
  find(uuid: string): AlertDocument | undefined;
  has(uuid: string): boolean;
  /** Rows of alerts whose event happened in a period, both ends inclusive, in order of time. */
  rows(from?: number, to?: number): readonly AlertRow[];
  /** What a list shows of these rows. */
  listed(rows: readonly AlertRow[]): ListedAlert[];
  /** All of an alert's text that searches look through, in lower case. */
  getText(row: AlertRow): string;
  /** @returns the uuids that exist; resolves when the change is on disk */
  setStatus(uuids: readonly string[], status: string): Promise<string[]>;
  remove(rows: readonly AlertRow[]): Promise<void>;
  /** Every alert, oldest event first. */
  documents(): Iterable<AlertDocument>;
}

export const createAlertRecords = ({ root, transact }: StoreDatabase): AlertRecords => {
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
  /** Read when it is first needed: a command that only writes alerts does without. */
  const load = (): AlertRows => {
    if (loaded) return loaded;
    if (countOf(rows) !== countOf(documents)) refill();
    loaded = createAlertRows();
    loaded.add([...rows.getRange()].map(({ value }) => value));
    return loaded;
  };
  /** Rows are made of documents, so those that an earlier version did not write can be made again. */
  const refill = (): void =>
    transact(() => {
      for (const { value } of documents.getRange()) putEntry(toAlertEntry(value));
    });
  const putEntry = ({ row, listed: line, text }: AlertEntry): void => {
    void rows.put(row.uuid, row);
    void listed.put(row.uuid, line);
    if (row.isTextCut) void texts.put(row.uuid, text);
  };

  return {
    putNew(fresh) {
      const added: AlertRow[] = [];
      for (const document of fresh) {
        const entry = toAlertEntry(document);
        const { uuid } = entry.row;
        if (documents.doesExist(uuid)) continue;
        void documents.put(uuid, document);
        putEntry(entry);
        added.push(entry.row);
      }
      return () => loaded?.add(added);
    },

    find: (uuid) => (isStoreKey(uuid) ? documents.get(uuid) : undefined),

    has: (uuid) => documents.doesExist(uuid),

    rows: (from = -Infinity, to = Infinity) => load().list(from, to),

    listed: (shown) =>
      shown.flatMap(({ uuid, status }) => {
        const line = listed.get(uuid);
        return line ? [{ ...line, status: toAlertStatus(status) }] : [];
      }),

    getText: ({ uuid, text, isTextCut }) => (isTextCut ? (texts.get(uuid) ?? text) : text),

    async setStatus(uuids, status) {
      const found = [...new Set(uuids)].filter(isStoreKey).flatMap((uuid) => {
        const document = documents.get(uuid);
        return document ? [{ uuid, document: { ...document, [ALERT_FIELD.status]: status } }] : [];
      });
      transact(() => {
        for (const { uuid, document } of found) {
          void documents.put(uuid, document);
          putEntry(toAlertEntry(document));
        }
      });
      const changed = found.map(({ uuid }) => uuid);
      loaded?.setStatus(changed, status);
      return changed;
    },

    async remove(gone) {
      const uuids = gone.map(({ uuid }) => uuid);
      transact(() => {
        for (const uuid of uuids) {
          void documents.remove(uuid);
          for (const tree of [rows, listed, texts]) void tree.remove(uuid);
        }
      });
      loaded?.remove(uuids);
    },

    *documents() {
      for (const { uuid } of load().list(-Infinity, Infinity)) {
        const document = documents.get(uuid);
        if (document) yield document;
      }
    },
  };
};

const countOf = (tree: { getStats(): unknown }): number =>
  (tree.getStats() as { entryCount: number }).entryCount;
