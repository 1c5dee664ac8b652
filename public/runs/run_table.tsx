import { EuiBasicTable, EuiHealth, EuiText } from '@elastic/eui';
import type { Criteria, EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import type { RunRecord } from '../../common/run/run_history';
import type { Period } from '../../common/story/period';
import { useHost } from '../app/host';
import { RUN_COLOURS } from '../rule/last_run';
import { useTimeFormat } from '../text/use_time_format';
import { VisibleText } from '../text/visible_text';

const PAGE_SIZE = 25;

/** One line for each run, or for several with nothing to tell. */
export const RunTable = ({ runs }: { runs: readonly RunRecord[] }): ReactElement => {
  const { euiProps } = useHost();
  const [page, setPage] = useState(0);
  const start = page * PAGE_SIZE;
  return (
    <EuiBasicTable<RunRecord>
      tableCaption={i18n.translate('webServerRce.runs.caption', {
        defaultMessage: 'Runs of the rule, newest first',
      })}
      items={runs.slice(start, start + PAGE_SIZE)}
      columns={toColumns()}
      tableLayout="auto"
      compressed
      {...euiProps.table}
      {...(runs.length > PAGE_SIZE && {
        pagination: {
          pageIndex: page,
          pageSize: PAGE_SIZE,
          totalItemCount: runs.length,
          showPerPageOptions: false,
        },
      })}
      onChange={({ page: next }: Criteria<RunRecord>) => next && setPage(next.index)}
      data-test-subj="webServerRceRunTable"
    />
  );
};

const toColumns = (): EuiBasicTableColumn<RunRecord>[] => [
  {
    name: i18n.translate('webServerRce.runs.run', { defaultMessage: 'Run' }),
    render: (run: RunRecord) => <RunCell run={run} />,
  },
  {
    name: i18n.translate('webServerRce.runs.searched', { defaultMessage: 'Searched' }),
    render: (run: RunRecord) => <SearchedCell run={run} />,
  },
  toCount('matches', i18n.translate('webServerRce.runs.matches', { defaultMessage: 'Matches' })),
  toCount(
    'newAlerts',
    i18n.translate('webServerRce.runs.newAlerts', { defaultMessage: 'New alerts' })
  ),
  toCount('hidden', i18n.translate('webServerRce.runs.hidden', { defaultMessage: 'Hidden' })),
  toCount(
    'carriedOver',
    i18n.translate('webServerRce.runs.carriedOver', { defaultMessage: 'Carried over' })
  ),
  {
    name: i18n.translate('webServerRce.runs.took', { defaultMessage: 'Took' }),
    align: 'right',
    render: ({ tookMs }: RunRecord) =>
      i18n.translate('webServerRce.runs.milliseconds', {
        defaultMessage: '{count, number} ms',
        values: { count: tookMs },
      }),
  },
];

const toCount = (
  field: 'matches' | 'newAlerts' | 'hidden' | 'carriedOver',
  name: string
): EuiBasicTableColumn<RunRecord> => ({
  name,
  align: 'right',
  render: (run: RunRecord) => String(run[field]),
});

const RunCell = ({ run }: { run: RunRecord }): ReactElement => {
  const time = useTimeFormat();
  return (
    <div style={{ minWidth: 200 }}>
      <EuiHealth color={RUN_COLOURS[run.outcome]} textSize="s">
        {time.full(run.startedAt)}
      </EuiHealth>
      <EuiText size="xs" color="subdued">
        <p>
          {toOutcomeText(run.outcome)}
          {run.runs > 1 && <> · {toRunsText(run.runs)}</>}
          {run.quiet > 0 && <> · {toQuietText(run.quiet)}</>}
        </p>
      </EuiText>
      <EuiText size="xs">
        {run.messages.map((message) => (
          <p key={message} style={{ overflowWrap: 'anywhere' }}>
            <VisibleText text={message} />
          </p>
        ))}
      </EuiText>
    </div>
  );
};

const SearchedCell = ({ run: { searched, gap, left } }: { run: RunRecord }): ReactElement => {
  const time = useTimeFormat();
  const toText = ({ from, to }: Period): string => `${time.short(from)} – ${time.short(to)}`;
  return (
    <EuiText size="xs">
      {searched && <p>{toText(searched)}</p>}
      {gap && (
        <p>
          {i18n.translate('webServerRce.runs.gap', {
            defaultMessage: 'Caught up on {period}, which no run had looked at in time',
            values: { period: toText(gap) },
          })}
        </p>
      )}
      {left.map((period) => (
        <p key={period.from}>
          {i18n.translate('webServerRce.runs.left', {
            defaultMessage: 'Left for the next runs: {period}',
            values: { period: toText(period) },
          })}
        </p>
      ))}
    </EuiText>
  );
};

const toOutcomeText = (outcome: RunRecord['outcome']): string => {
  switch (outcome) {
    case 'succeeded':
      return i18n.translate('webServerRce.runs.succeeded', { defaultMessage: 'Succeeded' });
    case 'warning':
      return i18n.translate('webServerRce.runs.warning', { defaultMessage: 'With a warning' });
    case 'failed':
      return i18n.translate('webServerRce.runs.failed', { defaultMessage: 'Failed' });
  }
};

const toRunsText = (count: number): string =>
  i18n.translate('webServerRce.runs.joined', {
    defaultMessage: '{count, number} runs with nothing to tell, the last of them',
    values: { count },
  });

const toQuietText = (count: number): string =>
  i18n.translate('webServerRce.runs.quiet', {
    defaultMessage: '{count, plural, one {# command} other {# commands}} below the least risk',
    values: { count },
  });
