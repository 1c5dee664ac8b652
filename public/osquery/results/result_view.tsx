import { EuiFlexGroup, EuiFlexItem, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useMemo, useState, type ReactElement } from 'react';
import { toTsv, type ResultTable } from '../../../common/osquery/result_table';
import { toConcernFacts, toFactsElsewhere } from '../../../common/osquery/results/concern_facts';
import { useStory } from '../../story/use_story';
import { CopyButton } from '../../text/copy_button';
import { isOtherAgent } from '../agent/is_other_agent';
import { LooksSentence } from '../looks/looks_sentence';
import { useNovelties } from '../looks/use_novelties';
import { ColumnChooser } from './column_chooser';
import { DownloadButton } from './download_button';
import { FullScreen, FullScreenButton } from './full_screen';
import { ResultRows, SMALLEST_PAGE } from './result_rows';
import { RowFilter } from './row_filter';
import type { SentRun } from '../run';
import { toRunLabel } from '../run_words';
import { useRuns } from '../use_runs';
import { toShownTable, type SortBy } from './shown_table';
import { toMarkedTable } from './to_marked_table';

/** The rows of a run: to sort, to narrow to some rows and columns, to copy and to save. Saved is what is shown, all pages. */
export const ResultView = ({ table, run }: { table: ResultTable; run: SentRun }): ReactElement => {
  const { alert } = useRuns();
  const [sort, setSort] = useState<SortBy | undefined>(undefined);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [words, setWords] = useState('');
  const [isFull, setFull] = useState(false);
  const { data: story } = useStory(alert.id);
  const { novelties, reading } = useNovelties(run, table);
  const marked = useMemo(() => {
    const facts = toConcernFacts(alert.event, story);
    const isElsewhere = isOtherAgent(alert, run.agentId);
    return toMarkedTable(table, isElsewhere ? toFactsElsewhere(facts) : facts, novelties);
  }, [table, alert, story, run.agentId, novelties]);
  const shown = useMemo(
    () => toShownTable(marked, { sort, hidden, words }),
    [marked, sort, hidden, words]
  );
  const isFiltered = shown.rows.length < table.rows.length || hidden.size > 0;
  const label = toRunLabel(run.label);
  const result = (
    <>
      <EuiFlexGroup
        gutterSize="s"
        alignItems="center"
        responsive={false}
        wrap
        justifyContent="flexEnd"
      >
        {table.rows.length > SMALLEST_PAGE && (
          <EuiFlexItem style={{ minWidth: 160 }}>
            <RowFilter words={words} onChange={setWords} />
          </EuiFlexItem>
        )}
        <EuiFlexItem grow={false}>
          <ColumnChooser columns={marked.columns} hidden={hidden} onChange={setHidden} />
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <CopyButton
            toText={() => toTsv(shown)}
            label={i18n.translate('webServerRce.result.copyAll', { defaultMessage: 'Copy rows' })}
          />
        </EuiFlexItem>
        {(['csv', 'ndjson'] as const).map((format) => (
          <EuiFlexItem key={format} grow={false}>
            <DownloadButton format={format} run={run} table={shown} isFiltered={isFiltered} />
          </EuiFlexItem>
        ))}
        {!isFull && (
          <EuiFlexItem grow={false}>
            <FullScreenButton onOpen={() => setFull(true)} />
          </EuiFlexItem>
        )}
      </EuiFlexGroup>
      {shown.rows.length < table.rows.length && (
        <EuiText size="xs" color="subdued" role="status">
          {i18n.translate('webServerRce.result.filtered', {
            defaultMessage:
              '{shown, number} of {total, number} rows; only these are copied and saved',
            values: { shown: shown.rows.length, total: table.rows.length },
          })}
        </EuiText>
      )}
      {reading !== undefined && <LooksSentence reading={reading} novelties={novelties} />}
      <ResultRows label={label} table={shown} sort={sort} onSort={setSort} />
    </>
  );
  return isFull ? (
    <FullScreen title={label} onClose={() => setFull(false)}>
      {result}
    </FullScreen>
  ) : (
    result
  );
};
