import type { Period } from '../../common/story/period';
import type { RunRecord } from '../../common/run/run_history';
import type { NewMatches } from './find_new_matches';
import type { RaisedAlerts } from './raised_alerts';
import type { RunReport } from './report_outcome';
import type { SearchWindow } from './search_windows';

interface FinishedSearch {
  readonly windows: readonly SearchWindow[];
  readonly gap: Period | undefined;
  readonly found: NewMatches;
  readonly raised: RaisedAlerts;
  readonly report: RunReport;
}

/** What the history keeps of a run that came to its end. */
export const toRunFacts = ({
  windows,
  gap,
  found,
  raised,
  report,
}: FinishedSearch): Omit<RunRecord, 'startedAt' | 'tookMs' | 'hidden' | 'runs'> => ({
  ...report,
  searched: toWhole(windows),
  matches: found.matches.length,
  newAlerts: raised.alerts.length,
  quiet: raised.quietCount,
  carriedOver: found.leftCount + raised.overflow.length,
  gap,
  left: found.left,
});

const toWhole = (windows: readonly SearchWindow[]): Period | undefined => {
  const [first] = windows.map(({ from }) => from).sort();
  const last = windows
    .map(({ to }) => to)
    .sort()
    .at(-1);
  return first === undefined || last === undefined ? undefined : { from: first, to: last };
};
