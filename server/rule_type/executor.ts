import type { RuleExecutorOptions } from '@kbn/alerting-plugin/server';
import { i18n } from '@kbn/i18n';
import { toAlert } from '../../common/alert/to_alert';
import type { Locale } from '../../common/i18n/locale';
import { getRuleDefinition } from '../../common/rule/get_rule_definition';
import type { RuleParams } from '../../common/rule/rule_params';
import type { Adapters } from '../ports/adapters';
import { findLostAlerts } from './find_lost_alerts';
import { findNewMatches } from './find_new_matches';
import { reportOutcome } from './report_outcome';
import type { RuleState } from './rule_state';
import { getSearchWindow } from './search_window';
import { createStopSignal } from './stop_signal';
import { toNextState } from './to_next_state';

/** A whole run: window → search → new matches → alerts → report → next state. */
export const createExecutor =
  (adapters: Adapters, locale: Locale) =>
  async (run: RuleExecutorOptions<RuleParams, RuleState>): Promise<{ state: RuleState }> => {
    const { params, rule, services, startedAt, state } = run;
    const alerts = adapters.createAlertWriter(run);
    const stop = createStopSignal(() => services.shouldStopExecution());
    try {
      const lost = await findLostAlerts(state.unconfirmed ?? [], alerts);
      const window = getSearchWindow({
        startedAt,
        lookBack: params.lookBack,
        interval: rule.schedule.interval,
        state,
        lostAlertTimes: lost.retried.map(({ eventTime }) => eventTime),
      });
      const found = await findNewMatches({
        window,
        params,
        ruleUuid: rule.id,
        events: adapters.createEventReader(run),
        alerts,
        signal: stop.signal,
      });
      const definition = getRuleDefinition(params.ruleId);
      const alertingRule = { uuid: rule.id, definition, params, locale };
      for (const match of found.matches) {
        alerts.report(toAlert(match, alertingRule, i18n.translate));
      }
      reportOutcome(services.ruleResultService, { window, found, lost });
      const { timestampField } = params;
      const { retried } = lost;
      return { state: toNextState({ ruleUuid: rule.id, timestampField, window, found, retried }) };
    } finally {
      stop.release();
    }
  };
