import { EuiHealth, EuiToolTip } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { PresentRule, LastRuleRun } from '../../common/api/rule_status';
import { useTimeFormat, type TimeFormat } from '../text/use_time_format';

/** Colours of outcomes, as `EuiHealth` names them. */
export const RUN_COLOURS: Record<LastRuleRun['outcome'], string> = {
  succeeded: 'success',
  warning: 'warning',
  failed: 'danger',
};

/** One line: outcome and moment of the last run, moment of the next. */
export const LastRun = ({ rule }: { rule: PresentRule }): ReactElement => {
  const time = useTimeFormat();
  const { lastRun } = rule;
  return (
    <div data-test-subj="webServerRceLastRun">
      <EuiToolTip
        content={lastRun?.startedAt === undefined ? undefined : time.full(lastRun.startedAt)}
      >
        <EuiHealth
          color={lastRun === undefined ? 'subdued' : RUN_COLOURS[lastRun.outcome]}
          textSize="s"
        >
          {toLastRunText(lastRun, time)}
          {rule.enabled && rule.nextRun !== undefined && (
            <> · {toNextRunText(rule.nextRun, time)}</>
          )}
        </EuiHealth>
      </EuiToolTip>
    </div>
  );
};

/** How and when the last run went, in a few words. */
export const toLastRunText = (run: LastRuleRun | undefined, time: TimeFormat): string => {
  if (run === undefined) {
    return i18n.translate('webServerRce.rule.neverRan', { defaultMessage: 'Not run yet' });
  }
  const values = { when: run.startedAt === undefined ? '' : time.relative(run.startedAt) };
  switch (run.outcome) {
    case 'succeeded':
      return i18n.translate('webServerRce.rule.ranWell', {
        defaultMessage: 'Last run {when}: succeeded',
        values,
      });
    case 'warning':
      return i18n.translate('webServerRce.rule.ranWithWarning', {
        defaultMessage: 'Last run {when}: with a warning',
        values,
      });
    case 'failed':
      return i18n.translate('webServerRce.rule.ranAndFailed', {
        defaultMessage: 'Last run {when}: failed',
        values,
      });
  }
};

/** A run that is due has no distance: "in 0 seconds" and "3 seconds ago" would tell nobody anything. */
const toNextRunText = (nextRun: string, time: TimeFormat): string =>
  time.isPast(nextRun)
    ? i18n.translate('webServerRce.rule.runDue', { defaultMessage: 'next run now' })
    : i18n.translate('webServerRce.rule.nextRun', {
        defaultMessage: 'next run {when}',
        values: { when: time.relative(nextRun) },
      });
