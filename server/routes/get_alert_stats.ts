import { getAlertStats } from '../../common/api/get_alert_stats';
import { toHandlingTimes } from '../alert_stats/to_handling_times';
import { toMedian } from '../alert_stats/to_median';
import { registerEndpoint } from './register_endpoint';
import type { RouteDependencies } from './route_dependencies';

/** Of so many alerts that somebody dealt with, the history is read. */
const MOST_HISTORIES = 50;

export const registerGetAlertStats = (dependencies: RouteDependencies): void =>
  registerEndpoint(dependencies, getAlertStats, async (request) => {
    const { adapters } = dependencies;
    const store = await adapters.getAlertStore(request);
    const triages = await adapters.getTriageStore(request);
    const { hosts, histogram, newest } = await store.summarize(request.body);
    const handled = newest.filter(({ status }) => status !== 'open').slice(0, MOST_HISTORIES);
    const times = await Promise.all(
      handled.map(async (alert) => toHandlingTimes(alert, (await triages.get(alert.rowId)).triage))
    );
    return {
      hosts,
      histogram,
      detectMs: toMedian(newest.map(toDetectMs).filter((ms) => !Number.isNaN(ms))),
      acknowledgeMs: toMedian(times.flatMap(({ acknowledgeMs }) => acknowledgeMs ?? [])),
      closeMs: toMedian(times.flatMap(({ closeMs }) => closeMs ?? [])),
    };
  });

const toDetectMs = (alert: { readonly raisedAt: string; readonly eventTime: string }): number =>
  Math.max(0, Date.parse(alert.raisedAt) - Date.parse(alert.eventTime));
