import { ALERT_FIELD, type AlertDocument } from '../../common/alert/alert_document';
import { findText } from '../../common/event/get_values';
import type { StoreDatabase } from './open_database';
import { toAlertRow, type AlertRow } from './alert_row';

type RowKey = [eventTime: number, uuid: string];

export interface AlertRecords {
  /** To be called inside a transaction. An alert that is stored already is left as it is. */
  putNew(documents: readonly AlertDocument[]): void;
  find(uuid: string): AlertDocument | undefined;
  has(uuid: string): boolean;
  /** Rows of alerts whose event happened in a period, both ends inclusive, in order of time. */
  rows(from?: number, to?: number): Iterable<AlertRow>;
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
  const rows = root.openDB<Omit<AlertRow, 'uuid' | 'eventTime'>, RowKey>({
    name: 'alert_rows',
    encoding: 'json',
  });

  const put = (document: AlertDocument): void => {
    const { uuid, eventTime, ...row } = toAlertRow(document);
    void documents.put(uuid, document);
    void rows.put([eventTime, uuid], row);
  };

  return {
    putNew(fresh) {
      for (const document of fresh) {
        const uuid = findText(document, ALERT_FIELD.uuid) ?? '';
        if (!documents.doesExist(uuid)) put(document);
      }
    },

    find: (uuid) => documents.get(uuid),

    has: (uuid) => documents.doesExist(uuid),

    *rows(from = -Infinity, to = Infinity) {
      // `to` is inclusive: no uuid sorts after this one.
      const range = { start: [from], end: [to, '\uffff'] };
      for (const { key, value } of rows.getRange(range)) {
        yield { ...value, eventTime: key[0], uuid: key[1] };
      }
    },

    async setStatus(uuids, status) {
      const found = [...new Set(uuids)]
        .map((uuid) => documents.get(uuid))
        .filter((document) => document !== undefined);
      transact(() => {
        for (const document of found) put({ ...document, [ALERT_FIELD.status]: status });
      });
      return found.map((document) => findText(document, ALERT_FIELD.uuid) ?? '');
    },

    async remove(gone) {
      transact(() => {
        for (const { uuid, eventTime } of gone) {
          void documents.remove(uuid);
          void rows.remove([eventTime, uuid]);
        }
      });
    },

    *documents() {
      for (const { uuid } of this.rows()) {
        const document = documents.get(uuid);
        if (document) yield document;
      }
    },
  };
};
