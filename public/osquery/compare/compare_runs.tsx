import { EuiFormLabel, EuiSelect, EuiSpacer, EuiText, useGeneratedHtmlId } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useMemo, useState, type ReactElement } from 'react';
import type { ResultTable } from '../../../common/osquery/result_table';
import { compareResults } from '../../../common/osquery/results/compare_results';
import { toVisible } from '../../text/split_hidden';
import { useTimeFormat } from '../../text/use_time_format';
import { isOtherAgent } from '../agent/is_other_agent';
import { ResultRows } from '../results/result_rows';
import type { SortBy } from '../results/shown_table';
import type { SentRun } from '../run';
import { toRunLabel } from '../run_words';
import { useRunState } from '../use_run_state';
import { useRuns } from '../use_runs';
import { toComparisonTable, toComparisonText } from './to_comparison_table';

/** Sets a run beside another of the same query; nothing while there is no other. */
export const CompareRuns = ({
  run,
  table,
}: {
  run: SentRun;
  table: ResultTable;
}): ReactElement | null => {
  const { alert, sent, elsewhere } = useRuns();
  const time = useTimeFormat();
  const id = useGeneratedHtmlId({ prefix: 'compare' });
  const [chosen, setChosen] = useState('');
  const others = [...sent, ...elsewhere].filter(
    ({ sql, queryId }) => sql === run.sql && queryId !== run.queryId
  );
  const other = others.find(({ queryId }) => queryId === chosen);
  if (others.length === 0) return null;
  return (
    <>
      <EuiSpacer size="s" />
      <EuiFormLabel htmlFor={id}>
        {i18n.translate('webServerRce.compare.with', { defaultMessage: 'Compare with the run of' })}
      </EuiFormLabel>
      <EuiSelect
        id={id}
        compressed
        value={chosen}
        onChange={(event) => setChosen(event.target.value)}
        options={[
          {
            value: '',
            text: i18n.translate('webServerRce.compare.none', { defaultMessage: 'none' }),
          },
          ...others.map(({ queryId, startedAt, agentId }) => ({
            value: queryId,
            text: [
              time.full(new Date(startedAt).toISOString()),
              isOtherAgent(alert, agentId) ? toAgentText(agentId) : undefined,
            ]
              .filter((part) => part !== undefined)
              .join(' · '),
          })),
        ]}
        data-test-subj="webServerRceCompareWith"
      />
      {other !== undefined && <ComparisonView run={run} table={table} other={other} />}
    </>
  );
};

const toAgentText = (agentId: string): string =>
  i18n.translate('webServerRce.run.otherHost', {
    defaultMessage: 'another host: {host}',
    values: { host: toVisible(agentId) },
  });

const ComparisonView = ({
  run,
  table,
  other,
}: {
  run: SentRun;
  table: ResultTable;
  other: SentRun;
}): ReactElement => {
  const { state } = useRunState(other);
  const [sort, setSort] = useState<SortBy | undefined>(undefined);
  const otherTable = findTable(state.kind === 'rows' ? state.table : undefined, state.kind);
  const comparison = useMemo(() => {
    if (otherTable === undefined) return undefined;
    return other.startedAt <= run.startedAt
      ? compareResults(otherTable, table)
      : compareResults(table, otherTable);
  }, [otherTable, table, other, run]);
  if (comparison === undefined) {
    return (
      <EuiText size="s" color="subdued">
        {i18n.translate('webServerRce.compare.noRows', {
          defaultMessage: 'The rows of that run can not be read.',
        })}
      </EuiText>
    );
  }
  return (
    <div data-test-subj="webServerRceComparison">
      <EuiSpacer size="s" />
      <EuiText size="s" role="status">
        {toComparisonText(comparison)}
      </EuiText>
      {comparison.rows.length > 0 && (
        <ResultRows
          label={toRunLabel(run.label)}
          table={toComparisonTable(comparison)}
          sort={sort}
          onSort={setSort}
        />
      )}
    </div>
  );
};

const NO_ROWS: ResultTable = { columns: [], rows: [] };

/** A run that found nothing can be compared too. */
const findTable = (table: ResultTable | undefined, kind: string): ResultTable | undefined =>
  kind === 'no_rows' ? NO_ROWS : table;
