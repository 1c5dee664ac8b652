import type { RuleExecutorOptions } from '@kbn/alerting-plugin/server';
import { i18n } from '@kbn/i18n';
import { toAlert } from '../../common/alert/to_alert';
import { DomainError } from '../../common/errors/domain_error';
import type { Locale } from '../../common/i18n/locale';
import { getRuleDefinition } from '../../common/rule/get_rule_definition';
import type { RuleParams } from '../../common/rule/rule_params';
import type { Adapters } from '../ports/adapters';
import { findLostAlerts } from './find_lost_alerts';
import { findNewMatches } from './find_new_matches';
import { reportOutcome } from './report_outcome';
import { createRuleMemories } from './rule_memory';
import type { RuleState } from './rule_state';
import { getSearchWindows, toLateMs } from './search_windows';
import { createStopSignal } from './stop_signal';
import { toNextState } from './to_next_state';

/** A whole run: windows → search → new matches → alerts → report → next state. */
export const createExecutor = (adapters: Adapters, locale: Locale) => {
  const memories = createRuleMemories();
  return async (run: RuleExecutorOptions<RuleParams, RuleState>): Promise<{ state: RuleState }> => {
    const { params, rule, services, startedAt, state } = run;
    const { known, getFirstStart } = memories.get(rule.id);
    const alerts = adapters.createAlertWriter(run);
    const stop = createStopSignal(() => services.shouldStopExecution());
    try {
      const lost = await findLostAlerts(state.unconfirmed ?? [], alerts, known);
      const { interval } = rule.schedule;
      const windows = getSearchWindows({
        startedAt,
        enabledAt: getFirstStart(new Date(rule.updatedAt ?? startedAt)),
        lookBack: params.lookBack,
        interval,
        state,
        lostAlertTimes: lost.retried.map(({ eventTime }) => eventTime),
      });
      const found = await findNewMatches({
        windows,
        params,
        ruleUuid: rule.id,
        events: adapters.createEventReader(run),
        alerts,
        known,
        givenUp: new Set([...(state.givenUp ?? []), ...lost.abandoned.map((a) => a.instanceId)]),
        sliceMs: state.sliceMs,
        signal: stop.signal,
      });
      // Kibana ends the searches of a run that it cancels in words of its own.
      if (found.failure && services.shouldStopExecution()) {
        throw new DomainError('event_search_timed_out', {}, { cause: found.failure });
      }
      const definition = getRuleDefinition(params.ruleId);
      const alertingRule = { uuid: rule.id, definition, params, locale };
      for (const match of found.matches) {
        alerts.report(toAlert(match, alertingRule, i18n.translate));
      }
      const { storesAfterRun } = alerts;
      const outcome = { startedAt, interval, windows, found, lost, storesAfterRun };
      reportOutcome(services.ruleResultService, outcome);
      known.forgetBefore(windows.map(({ from }) => from).sort()[0] ?? '');
      const { timestampField } = params;
      const lateMs = toLateMs({ lookBack: params.lookBack, interval });
      const facts = { ruleUuid: rule.id, timestampField, startedAt, lateMs, state, found, lost };
      return { state: toNextState(facts) };
    } catch (error) {
      if (!services.shouldStopExecution()) throw error;
      throw new DomainError('event_search_timed_out', {}, { cause: error });
    } finally {
      stop.release();
    }
  };
};
