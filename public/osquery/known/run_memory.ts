import { z } from 'zod';
import { findStored, store } from '../../app/stored_value';
import type { SentRun } from '../run';

const KEY = 'webServerRce.runs';
/** Runs of all alerts together; older ones are forgotten. */
const MOST_RUNS = 200;

const sentRunsSchema = z.array(
  z.object({
    id: z.string(),
    queryId: z.string(),
    label: z.string(),
    sql: z.string(),
    alertId: z.string(),
    agentId: z.string(),
    startedAt: z.number(),
    ecsMapping: z
      .record(
        z.object({
          field: z.string().optional(),
          value: z.union([z.string(), z.array(z.string())]).optional(),
        })
      )
      .optional(),
  })
);

/**
 * Runs that were started from this browser, newest first. Kibana's own list is empty when its security is off, and
 * knows no labels.
 */
export const findRememberedRuns = (alertId: string): readonly SentRun[] =>
  readAll().filter((run) => run.alertId === alertId);

export const rememberRun = (run: SentRun): void => {
  store(KEY, [run, ...readAll()].slice(0, MOST_RUNS));
};

const readAll = (): readonly SentRun[] => {
  const runs = sentRunsSchema.safeParse(findStored(KEY));
  return runs.success ? runs.data : [];
};
