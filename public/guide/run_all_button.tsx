import { EuiButton } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { useRuns } from '../osquery/use_runs';
import type { QueryPart } from './query_part';

/** Runs every query that can be run; those that can't say in their place why not. */
export const RunAllButton = ({ parts }: { parts: readonly QueryPart[] }): ReactElement | null => {
  const { availability, attempts, start } = useRuns();
  const ready = parts.flatMap(({ label, filled, ecsMapping }) =>
    filled.kind === 'ready' ? [{ label, sql: filled.sql, ecsMapping }] : []
  );
  // A double click must not run everything twice. Not disabled meanwhile: that would take the focus away.
  const isSending = attempts.some(({ refusal }) => refusal === undefined);
  if (availability.kind !== 'available' || ready.length < 2) return null;
  return (
    <EuiButton
      size="s"
      iconType="play"
      onClick={() => {
        if (!isSending) ready.forEach((request) => start(request));
      }}
      data-test-subj="webServerRceRunAll"
    >
      {i18n.translate('webServerRce.guide.runAll', {
        defaultMessage: 'Run all {count} queries',
        values: { count: ready.length },
      })}
    </EuiButton>
  );
};
