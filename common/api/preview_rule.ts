import { z } from 'zod';
import type { AlertSeverity } from '../alert/alert';
import { ruleParamsSchema } from '../rule/rule_params';
import { API_ROOT, createEndpoint, noInput } from './endpoint';

const LONGEST_MS = 7 * 86_400_000;
const moment = z.string().datetime({ offset: true });

/** An alert that a rule would raise. */
export interface PreviewAlert {
  /** Of its event. */
  readonly eventId: string;
  /** ISO 8601. */
  readonly eventTime: string;
  readonly host: string;
  readonly severity: AlertSeverity;
  readonly riskScore: number;
  readonly reason: string;
}

export interface HostHits {
  readonly host: string;
  readonly matches: number;
  readonly alerts: number;
}

/** What a rule would find in one part of a period. */
export interface RulePreview {
  readonly matches: number;
  /** There are more matches than are looked at. */
  readonly isCut: boolean;
  readonly alerts: number;
  /** Of rules of trees: commands below the least risk. */
  readonly quiet: number;
  /** Alerts that the rule's exceptions would hide. */
  readonly hidden: number;
  /** The most frequent, by matches. */
  readonly hosts: readonly HostHits[];
  /** The gravest, then the newest. */
  readonly examples: readonly PreviewAlert[];
}

/**
 * Searches one part of a period with settings that are not saved; nothing is stored. Whoever asks goes on part by part, so that
 * each answer is bounded, progress is seen and it can be stopped at any time.
 */
export const previewRule = createEndpoint<RulePreview>()({
  method: 'post',
  path: `${API_ROOT}/rules/_preview`,
  privilege: 'read',
  params: noInput,
  query: noInput,
  body: z
    .object({ params: ruleParamsSchema, from: moment, to: moment })
    .strict()
    .refine(({ from, to }) => Date.parse(from) < Date.parse(to), 'must end after it begins')
    .refine(
      ({ from, to }) => Date.parse(to) - Date.parse(from) <= LONGEST_MS,
      'must be at most 7 days long'
    ),
});
