import { EuiButtonEmpty, EuiCallOut, EuiSkeletonText, EuiText } from '@elastic/eui';
import { useQueries } from '@tanstack/react-query';
import { i18n } from '@kbn/i18n';
import { useCallback, useMemo, type ReactElement } from 'react';
import { toResultTable } from '../../../common/osquery/result_table';
import { toConcernFacts } from '../../../common/osquery/results/concern_facts';
import { findTellingRows, mergeTellingRows } from '../../../common/osquery/results/telling_rows';
import { useStory } from '../../story/use_story';
import { Mono } from '../../text/mono';
import { VisibleText } from '../../text/visible_text';
import { toPollDelay } from '../poll_delay';
import type { ReadFacts } from '../read_run';
import { toConcernWord } from '../results/concern_word';
import { toRunLabel } from '../run_words';
import { useLiveQueryClient } from '../use_live_query_client';
import { useRuns } from '../use_runs';
import { toRunOfEachQuery } from './run_of_each_query';
import { toRunQuery } from './to_run_query';

/** More queries than a guide has. */
const MOST_QUERIES = 20;
const MOST_ROWS_OF_QUERY = 2;
/** A host that is slower answers under Investigate. */
const MOST_LOOKS = 20;
/** So many are read at a glance; the others stand under their queries. */
const MOST_ROWS = 6;

/** What the host answered of the alert's process, its files and whom it spoke to, in a few lines. */
export const HostFindings = ({ onOpenQueries }: { onOpenQueries: () => void }): ReactElement => {
  const { alert, history, sent } = useRuns();
  const { data: story } = useStory(alert.id);
  const client = useLiveQueryClient();
  const facts = useMemo(() => toConcernFacts(alert.event, story), [alert.event, story]);
  const select = useCallback(
    ({ details, results }: ReadFacts) => {
      const table = toResultTable(results?.data.edges ?? []);
      return {
        isDone: details?.data.status === 'completed' || details?.data.queries[0]?.pending === 0,
        total: table.rows.length,
        telling: findTellingRows(table, facts, MOST_ROWS_OF_QUERY),
      };
    },
    [facts]
  );
  const runs = useMemo(() => toRunOfEachQuery(sent).slice(0, MOST_QUERIES), [sent]);
  const read = useQueries({
    queries: runs.map((run) => ({
      ...toRunQuery(client, run),
      select,
      refetchInterval: (
        found: { isDone: boolean } | undefined,
        { state: { dataUpdateCount } }: { state: { dataUpdateCount: number } }
      ) =>
        found?.isDone === false && dataUpdateCount < MOST_LOOKS
          ? toPollDelay(dataUpdateCount)
          : (false as const),
    })),
  });
  if (history === 'loading' || read.some(({ isLoading }) => isLoading)) {
    return <EuiSkeletonText lines={2} />;
  }
  const found = mergeTellingRows(
    runs.flatMap(({ label }, place) =>
      (read[place]?.data?.telling ?? []).map((row) => ({ ...row, label }))
    )
  );
  const total = read.reduce((sum, { data }) => sum + (data?.total ?? 0), 0);
  return (
    <div data-test-subj="webServerRceHostFindings">
      {(history === 'unread' || read.some(({ isError }) => isError)) && (
        <EuiCallOut
          size="s"
          color="warning"
          title={i18n.translate('webServerRce.hostFindings.partial', {
            defaultMessage:
              'Not all of the host’s answers could be read: see them under Investigate.',
          })}
        />
      )}
      <ul>
        {found.slice(0, MOST_ROWS).map(({ label, text, concerns }) => (
          <li key={text}>
            <EuiText size="s" style={{ overflowWrap: 'anywhere' }}>
              <Mono strong>
                <VisibleText text={text} />
              </Mono>
            </EuiText>
            <EuiText size="xs" color="subdued">
              <VisibleText
                text={[toRunLabel(label), concerns.map(toConcernWord).join(', ')].join(' · ')}
              />
            </EuiText>
          </li>
        ))}
      </ul>
      <EuiText size="s" color="subdued">
        <p>{toSummary(runs.length, total, found.length)}</p>
      </EuiText>
      <EuiButtonEmpty size="xs" flush="left" onClick={onOpenQueries}>
        {i18n.translate('webServerRce.hostFindings.open', {
          defaultMessage: 'All queries and rows',
        })}
      </EuiButtonEmpty>
    </div>
  );
};

const toSummary = (queries: number, total: number, found: number): string => {
  if (queries === 0) {
    return i18n.translate('webServerRce.hostFindings.notAsked', {
      defaultMessage: 'The host was not asked anything yet.',
    });
  }
  return found === 0
    ? i18n.translate('webServerRce.hostFindings.none', {
        defaultMessage:
          'None of {total, plural, one {# row} other {# rows}} from {queries, plural, one {# query} other {# queries}} speaks of this process, its files or a public address. A command that has ended leaves little behind.',
        values: { total, queries },
      })
    : i18n.translate('webServerRce.hostFindings.some', {
        defaultMessage:
          'Out of {total, plural, one {# row} other {# rows}} from {queries, plural, one {# query} other {# queries}}.',
        values: { total, queries },
      });
};
