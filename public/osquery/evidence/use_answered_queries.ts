import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { toResultTable } from '../../../common/osquery/result_table';
import type { AnsweredQuery } from '../../../common/report/reported_evidence';
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
  const { sent, history } = useRuns();
  const client = useLiveQueryClient();
  const chosen = useMemo(() => toRunOfEachQuery(sent), [sent]);
  const runs = chosen.slice(0, MOST_QUERIES);
  const read = useQueries({
    queries: runs.map((run) => toRunQuery(client, run)),
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
              },
            ];
      }),
    isLoading: history === 'loading' || read.some(({ isLoading }) => isLoading),
    isPartial:
      history === 'unread' || chosen.length > runs.length || read.some(({ isError }) => isError),
  };
};
