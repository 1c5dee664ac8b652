import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { toResultTable } from '../../../common/osquery/result_table';
import type { AnsweredQuery } from '../../../common/report/reported_evidence';
import { toLooksQuery } from '../looks/to_looks_query';
import { useLiveQueryClient } from '../use_live_query_client';
import { useRuns } from '../use_runs';
import { toRunOfEachQuery } from './run_of_each_query';
import { toRunQuery } from './to_run_query';

/** More queries than a guide has; each is read with all its rows. */
const MOST_QUERIES = 40;

/** What the alert's host answered so far, one answer a query. */
export const useAnsweredQueries = (): {
  /** Made only when asked for: tables may be long. */
  readonly getAnswers: () => readonly AnsweredQuery[];
  readonly isLoading: boolean;
  /** An answer could not be read, or there are too many. */
  readonly isPartial: boolean;
} => {
  const { alert, sent, history } = useRuns();
  const client = useLiveQueryClient();
  const chosen = useMemo(() => toRunOfEachQuery(sent), [sent]);
  const runs = chosen.slice(0, MOST_QUERIES);
  const read = useQueries({
    queries: runs.map((run) => toRunQuery(client, run)),
  });
  const eventMs = Date.parse(alert.eventTime);
  const looks = useQueries({
    queries: runs.map((run, place) => {
      // The columns tell what the rows are.
      const edges = read[place]?.data?.results?.data.edges ?? [];
      return toLooksQuery(client, run, toResultTable(edges.slice(0, 1)), eventMs);
    }),
  });
  return {
    getAnswers: () =>
      runs.flatMap(({ label, sql, startedAt, isEvidence }, place) => {
        const edges = read[place]?.data?.results?.data.edges ?? [];
        return edges.length === 0
          ? []
          : [
              {
                ...{ label, sql, at: new Date(startedAt).toISOString() },
                isEvidence: isEvidence === true,
                table: toResultTable(edges),
                looks: looks[place]?.data ?? [],
              },
            ];
      }),
    isLoading:
      history === 'loading' ||
      read.some(({ isLoading }) => isLoading) ||
      looks.some(({ isInitialLoading }) => isInitialLoading),
    isPartial:
      history === 'unread' ||
      chosen.length > runs.length ||
      [...read, ...looks].some(({ isError }) => isError),
  };
};
