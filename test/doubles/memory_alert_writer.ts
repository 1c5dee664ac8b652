import { ALERT_FIELD } from '../../common/alert/alert_document';
import type { NewAlert } from '../../common/alert/to_alert';
import type { AlertWriter } from '../../server/ports/alert_writer';

interface WriterOptions {
  readonly mostAlerts?: number;
  readonly storesAfterRun?: boolean;
}

/** Keeps what a run hands over until the test says that the run is over; answers come late. */
export const createMemoryAlertWriter = ({
  mostAlerts = 1000,
  storesAfterRun = false,
}: WriterOptions = {}) => {
  const stored = new Map<string, NewAlert>();
  const reported: NewAlert[] = [];
  const folded: string[] = [];
  const grown: NewAlert[] = [];
  const writer: AlertWriter = {
    mostAlerts,
    storesAfterRun,
    async grow(alerts) {
      grown.push(...alerts);
      return 0;
    },
    foldRows: async (ids) => void folded.push(...ids),
    async findStored(ids) {
      await new Promise((resolve) => setImmediate(resolve));
      return ids.flatMap((id) => {
        const alert = stored.get(id);
        return alert ? [{ ...alert.payload, [ALERT_FIELD.instanceId]: id }] : [];
      });
    },
    async findStoredIds(ids) {
      await new Promise((resolve) => setImmediate(resolve));
      return new Set(ids.filter((id) => stored.has(id)));
    },
    report: (alert) => {
      reported.push(alert);
      return `uuid of ${alert.instanceId}`;
    },
  };
  return {
    writer,
    reported,
    stored,
    /** Stored alerts that were written anew. */
    grown,
    /** Instance ids whose rows were to be folded. */
    folded,
    /** What alerting does after the run; leave it out to lose the alerts. */
    storeReported: () => {
      for (const alert of reported) stored.set(alert.instanceId, alert);
      reported.length = 0;
    },
  };
};
