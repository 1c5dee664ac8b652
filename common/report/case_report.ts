import type { Alert } from '../alert/alert';
import { toAlertSummary, type AlertSummary } from '../alert/alert_summary';
import { findAlertSigns } from '../alert/find_alert_signs';
import { toCaseSentence } from '../alert/to_case_sentence';
import type { RequestAnswer } from '../api/find_alert_requests';
import { toSignText } from '../detection';
import type { GuideStep } from '../guide/guide_steps';
import type { Translate } from '../i18n/translate';
import { toConcernFacts } from '../osquery/results/concern_facts';
import { readCommand, toDefanged, toShellText } from '../shell';
import type { Story } from '../story/story';
import type { GivenVerdict, HistoryEntry, StepState, Triage } from '../triage/triage';
import { toCaseTimes, type CaseTimes } from './case_times';
import { toReportedEvidence, type AnsweredQuery, type ReportedEvidence } from './reported_evidence';

/** Everything about one alert in one document: what JSON holds and Markdown is made of. Nothing in it is escaped. */
export interface CaseReport {
  readonly sentence: string;
  readonly alert: Pick<
    Alert,
    'id' | 'ruleName' | 'severity' | 'riskScore' | 'status' | 'eventId' | 'eventIndex'
  > &
    AlertSummary & { readonly source: string | undefined };
  readonly times: CaseTimes;
  readonly signs: readonly { text: string; weight: number; technique: string | undefined }[];
  readonly timeline: readonly ReportedProcess[];
  /** Programs, requests or answers of the host are missing because there were too many to read, or because they could not be read. */
  readonly isPartial: boolean;
  readonly requests: readonly ReportedRequest[];
  readonly indicators: readonly { kind: string; value: string }[];
  readonly evidence: readonly ReportedEvidence[];
  readonly steps: readonly ({ text: string } & StepState)[];
  readonly verdict: GivenVerdict | undefined;
  readonly history: readonly HistoryEntry[];
}

interface ReportedProcess {
  readonly time: string;
  readonly command: string;
  readonly user: string | undefined;
  readonly workingDirectory: string | undefined;
  readonly pid: number | undefined;
  readonly exitCode: number | undefined;
  readonly depth: number;
  readonly isOfAlert: boolean;
}

interface ReportedRequest {
  readonly time: string;
  readonly address: string;
  readonly request: string;
  readonly status: number | undefined;
}

export interface ReportMaterial {
  readonly alert: Alert;
  /** Undefined where it could not be read. */
  readonly story: Story | undefined;
  readonly requests: RequestAnswer | undefined;
  readonly answers: readonly AnsweredQuery[];
  /** Some answers of the host could not be read. */
  readonly areAnswersPartial: boolean;
  readonly triage: Triage;
  readonly steps: readonly GuideStep[];
}

/** A ticket takes no more; the product keeps the rest. */
const MOST_PROCESSES = 500;
const MOST_REQUESTS = 5;

/** Puts together the report of an alert, in the language of `translate`. */
export const toCaseReport = (
  { alert, story, requests, answers, areAnswersPartial, triage, steps }: ReportMaterial,
  translate: Translate
): CaseReport => {
  const { id, ruleName, severity, riskScore, status, eventId, eventIndex } = alert;
  const processes = story?.trees.flatMap((tree) => tree.processes) ?? [];
  const own = processes.filter(({ isOfAlert }) => isOfAlert);
  return {
    sentence: toCaseSentence(alert, translate),
    alert: {
      ...{ id, ruleName, severity, riskScore, status, eventId, eventIndex },
      ...toAlertSummary(alert.event),
      source: alert.request?.address,
    },
    times: toCaseTimes(alert, triage),
    signs: findAlertSigns(alert).map((sign) => ({
      text: toSignText(sign, translate),
      weight: sign.weight,
      technique: sign.technique,
    })),
    timeline: processes
      .slice(0, MOST_PROCESSES)
      .map(({ args, executable, name, time, user, workingDirectory, pid, ...rest }) => ({
        ...{ time, user, workingDirectory, pid },
        command: args.length > 0 ? toShellText(args) : (executable ?? name ?? ''),
        exitCode: rest.exitCode,
        depth: rest.depth,
        isOfAlert: rest.isOfAlert,
      })),
    isPartial:
      story === undefined ||
      story.isCut ||
      processes.length > MOST_PROCESSES ||
      requests === undefined ||
      requests.isCut ||
      requests.unread.length > 0 ||
      areAnswersPartial,
    requests: (requests?.ranked ?? [])
      .filter(({ clues }) => clues.length > 0)
      .slice(0, MOST_REQUESTS)
      .map(({ request }) => ({
        time: new Date(request.time).toISOString(),
        address: request.address,
        request: [request.method, request.target].filter((part) => part !== undefined).join(' '),
        status: request.status,
      })),
    indicators: own
      .flatMap(({ args }) => readCommand(args).indicators)
      .map((indicator) => ({ kind: indicator.kind, value: toDefanged(indicator) })),
    evidence: toReportedEvidence(
      answers,
      toConcernFacts(alert.event, story),
      Date.parse(alert.eventTime)
    ),
    steps: steps.flatMap((step) => {
      const state = triage.steps[step.id];
      return state === undefined ? [] : [{ text: step.text, ...state }];
    }),
    verdict: triage.verdict,
    history: triage.history,
  };
};
