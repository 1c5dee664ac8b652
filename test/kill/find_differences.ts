import { stat } from 'node:fs/promises';
import { findText } from '../../common/event/get_values';
import { openStore, type Store } from '../../standalone/store/open_store';
import { isAttack } from './write_attack_log';

/** Bytes of a log that have not been stored. */
export const countBytesBehind = async (data: string, log: string): Promise<number> => {
  const store = await openStore(data);
  const position = store.events.findPosition(log) as { offset: number } | undefined;
  await store.close();
  return (await stat(log)).size - (position?.offset ?? 0);
};

export interface Differences {
  /** Serials of execs that are not stored exactly once. */
  readonly events: readonly number[];
  /** Serials whose alerts are missing, double or wrong. */
  readonly alerts: readonly number[];
}

/** Compares what is stored with a log of the execs 1 to `last`. */
export const findDifferences = async (store: Store, last: number): Promise<Differences> => {
  const events = new Uint8Array(last + 1);
  const alerts = new Uint8Array(last + 1);
  const count = (counts: Uint8Array, serial: string | undefined): void => {
    const at = Number(serial);
    counts[at] = (counts[at] ?? 0) + 1;
  };
  for await (const part of store.events.read(-Infinity, Infinity)) {
    for (const { event } of part.events) count(events, findText(event.source, 'event.sequence'));
  }
  for (const alert of store.alerts.documents()) {
    count(alerts, findText(alert, 'kibana.alert.original_event.sequence'));
  }
  const serials = Array.from({ length: last }, (_, at) => at + 1);
  return {
    events: serials.filter((serial) => events[serial] !== 1),
    alerts: serials.filter((serial) => alerts[serial] !== (isAttack(serial) ? 1 : 0)),
  };
};
