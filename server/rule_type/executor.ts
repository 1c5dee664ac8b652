import type { RuleExecutorOptions } from '@kbn/alerting-plugin/server';
import { i18n } from '@kbn/i18n';
import { DomainError } from '../../common/errors/domain_error';
import type { Locale } from '../../common/i18n/locale';
import { getRuleDefinition } from '../../common/rule/get_rule_definition';
import type { RuleDefinition } from '../../common/rule/rule_definition';
import type { RuleParams } from '../../common/rule/rule_params';
import type { EvidenceCollector } from '../evidence/evidence_collector';
import type { Adapters } from '../ports/adapters';
import { findLostAlerts } from './find_lost_alerts';
import { findNewMatches } from './find_new_matches';
import { createHiddenAlerts } from './hidden_alerts';
import { raiseEventAlerts } from './raised_alerts';
import { raiseTreeAlerts } from './trees/raise_tree_alerts';
import { attributeAlerts } from './requests/attribute_alerts';
import { reportOutcome } from './report_outcome';
import { createRuleMemories } from './rule_memory';
import { openRunLog } from './run_log';
import type { RuleState } from './rule_state';
import { findGap, getSearchWindows, toLateMs } from './search_windows';
import { createShapeHistory } from './trees/shape_history';
import { createStopSignal } from './stop_signal';
import { toNextState } from './to_next_state';
import { toRunFacts } from './to_run_facts';

/** A whole run: windows → search → new matches → exceptions → alerts → their requests → evidence → report → next state. */
export const createExecutor = (
  adapters: Adapters,
  evidence: Pick<EvidenceCollector, 'collect'>,
  locale: Locale,
  now: () => Date
) => {
  const memories = createRuleMemories();
  return async (run: RuleExecutorOptions<RuleParams, RuleState>): Promise<{ state: RuleState }> => {
    const { params, rule, services, spaceId, startedAt, state } = run;
    const { known, quiet, grade, reportedTrees, getFirstStart } = memories.get(rule.id);
    const definition = getRuleDefinition(params.ruleId);
    const events = adapters.createEventReader(run);
    const alerts = adapters.createAlertWriter(run);
    const requests = adapters.createRequestReader(run);
    const shapes = createShapeHistory(state.shapes, startedAt);
    const hidden = createHiddenAlerts(params.exceptions, rule.id, startedAt);
    const log = await openRunLog(adapters.getRunStore(spaceId), run, now);
    const stop = createStopSignal(() => services.shouldStopExecution());
    try {
      const reported = state.unconfirmed ?? [];
      const lost = await findLostAlerts(reported, alerts, known);
      await alerts.foldRows(reported.map(({ instanceId }) => instanceId));
      const { interval } = rule.schedule;
      const windows = getSearchWindows({
        startedAt,
        enabledAt: getFirstStart(new Date(rule.updatedAt ?? startedAt)),
        lookBack: params.lookBack,
        interval,
        state,
        lostAlertTimes: lost.retried.map(({ eventTime }) => eventTime),
        pending: log.pending,
      });
      const givenUp = new Set([
        ...(state.givenUp ?? []),
        ...lost.abandoned.map(({ instanceId }) => instanceId),
      ]);
      known.beginRun((state.left?.length ?? 0) > 0);
      const found = await findNewMatches({
        windows,
        params,
        limit: toMatchLimit(definition, params, alerts.mostAlerts),
        ruleUuid: rule.id,
        events,
        alerts,
        known,
        givenUp,
        isHidden: (event) =>
          definition.unit === 'event' && hidden.hides(event, definition.riskScore),
        sliceMs: state.sliceMs,
        signal: stop.signal,
      });
      // Kibana ends the searches of a run that it cancels in words of its own.
      if (found.failure && services.shouldStopExecution()) {
        throw new DomainError('event_search_timed_out', {}, { cause: found.failure });
      }
      const alertingRule = { uuid: rule.id, definition, params, locale };
      const raised =
        definition.unit === 'tree'
          ? await raiseTreeAlerts({
              matches: found.matches,
              rule: alertingRule,
              events,
              alerts,
              quiet,
              grade,
              shapes,
              hidden,
              reportedTrees,
              givenUp,
              startedAt,
              translate: i18n.translate,
              signal: stop.signal,
            })
          : raiseEventAlerts(found.matches, alertingRule, startedAt, i18n.translate);
      const attributed = await attributeAlerts({
        ...{ raised, alerts, requests, startedAt, awaited: state.awaited },
        logger: run.logger,
      });
      const proven = attributed.alerts.map(({ alert, eventTime }) => ({
        alertId: alerts.report(alert),
        document: alert.payload,
        eventTime,
      }));
      const stale = await alerts.grow(attributed.grown);
      raised.passed.forEach((match) => known.pass(match));
      evidence.collect({ spaceId, ruleUuid: rule.id }, proven);
      const { storesAfterRun } = alerts;
      const { awaited, unread } = attributed;
      const outcome = {
        ...{ startedAt, interval, windows, found, raised, lost, stale, unread, storesAfterRun },
      };
      const report = reportOutcome(services.ruleResultService, outcome);
      const gap = findGap({ startedAt, lookBack: params.lookBack, state });
      await log.finish(toRunFacts({ windows, gap, found, raised, report }), hidden.list());
      known.forgetBefore(windows.map(({ from }) => from).sort()[0] ?? '');
      const lateMs = toLateMs({ lookBack: params.lookBack, interval });
      const kept = { hidden: hidden.list(), shapes: shapes.list(), awaited };
      return { state: toNextState({ startedAt, lateMs, state, found, raised, lost, ...kept }) };
    } catch (error) {
      const failure = services.shouldStopExecution()
        ? new DomainError('event_search_timed_out', {}, { cause: error })
        : error;
      await log.fail(failure);
      throw failure;
    } finally {
      stop.release();
    }
  };
};

/** Of what servers start, little becomes an alert: a run reads and grades so many of them. */
const MOST_ROOTS = 2000;

const toMatchLimit = (
  { unit }: RuleDefinition,
  { maxAlertsPerRun }: RuleParams,
  mostAlerts: number
): number => (unit === 'tree' ? MOST_ROOTS : Math.min(maxAlertsPerRun, mostAlerts));
