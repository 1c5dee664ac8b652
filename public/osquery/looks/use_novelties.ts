import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Look } from '../../../common/osquery/looks/look';
import { findNewListeners, type Novelties } from '../../../common/osquery/looks/new_listeners';
import type { ResultTable } from '../../../common/osquery/result_table';
import { toApiError } from '../../api/api_error';
import type { SentRun } from '../run';
import { useLiveQueryClient } from '../use_live_query_client';
import { useRuns } from '../use_runs';
import { toLooksQuery } from './to_looks_query';

/** How far the comparison with earlier looks is. */
export type LooksReading =
  | { readonly kind: 'reading' }
  | { readonly kind: 'read'; readonly looks: readonly Look[] }
  | { readonly kind: 'unread'; readonly message: string; readonly readAgain: () => void };

/** What of a run's rows is new to its host; no `reading` where the rows are no listening ports. */
export const useNovelties = (
  run: SentRun,
  table: ResultTable
): { readonly novelties: Novelties; readonly reading: LooksReading | undefined } => {
  const { alert } = useRuns();
  const client = useLiveQueryClient();
  const eventMs = Date.parse(alert.eventTime);
  const query = toLooksQuery(client, run, table, eventMs);
  const isCompared = query.enabled;
  const { data, error, isFetching, refetch } = useQuery(query);
  const novelties = useMemo(
    () =>
      isCompared && (data !== undefined || error !== null)
        ? findNewListeners(table, data ?? [], eventMs)
        : NOTHING_NEW,
    [isCompared, table, data, error, eventMs]
  );
  return {
    novelties,
    reading: isCompared ? toReading(data, error, isFetching, () => void refetch()) : undefined,
  };
};

const NOTHING_NEW: Novelties = new Map();

const toReading = (
  looks: readonly Look[] | undefined,
  error: unknown,
  isFetching: boolean,
  readAgain: () => void
): LooksReading => {
  if (looks !== undefined) return { kind: 'read', looks };
  return isFetching || error === null
    ? { kind: 'reading' }
    : { kind: 'unread', message: toApiError(error).message, readAgain };
};
