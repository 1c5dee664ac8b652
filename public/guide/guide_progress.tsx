import { EuiFlexGroup, EuiFlexItem, EuiPanel, EuiSpacer, EuiTitle } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { useRuns } from '../osquery/use_runs';
import { ProgressRow } from './progress_row';
import type { QueryPart } from './query_part';
import { RunAllButton } from './run_all_button';

interface PlacedQuery {
  readonly part: QueryPart;
  readonly blockId: string;
}

/** All queries of the guide at one glance: which were run for this alert, by anybody, and which found rows. */
export const GuideProgress = ({ queries }: { queries: readonly PlacedQuery[] }): ReactElement => {
  const { sent } = useRuns();
  const known = new Set(sent.map(({ sql }) => sql));
  const run = queries.filter(
    ({ part: { filled } }) => filled.kind === 'ready' && known.has(filled.sql)
  );
  return (
    <EuiPanel hasBorder hasShadow={false} paddingSize="s" data-test-subj="webServerRceProgress">
      <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} wrap>
        <EuiFlexItem>
          <EuiTitle size="xxs">
            <h3>
              {i18n.translate('webServerRce.progress.title', {
                defaultMessage: '{run} of {total} queries run',
                values: { run: run.length, total: queries.length },
              })}
            </h3>
          </EuiTitle>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <RunAllButton parts={queries.map(({ part }) => part)} />
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="s" />
      <ul>
        {queries.map((query) => (
          <ProgressRow key={query.blockId} {...query} />
        ))}
      </ul>
    </EuiPanel>
  );
};
