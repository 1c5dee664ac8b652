import type { AlertSeverity } from '../../alert/alert';
import { exceptionDraftSchema } from '../../exception/exception';
import { API_ROOT, createEndpoint, noInput } from '../endpoint';
import { ruleAddressSchema } from '../rule_status';

export interface PreviewedAlert {
  readonly id: string;
  /** ISO 8601. */
  readonly eventTime: string;
  readonly severity: AlertSeverity;
  readonly riskScore: number;
  readonly host: string;
  readonly command: string;
}

/** What an exception would have hidden, had it been there. */
export interface ExceptionPreview {
  /** Alerts of the rule in the period that were asked: the newest. */
  readonly asked: number;
  /** There are older ones in the period that were not. */
  readonly isCut: boolean;
  readonly hidden: number;
  /** Days the period has. */
  readonly days: number;
  /** The newest of the hidden. */
  readonly examples: readonly PreviewedAlert[];
}

export const previewException = createEndpoint<ExceptionPreview>()({
  method: 'post',
  path: `${API_ROOT}/rules/{id}/exceptions/_preview`,
  privilege: 'read',
  params: ruleAddressSchema,
  query: noInput,
  body: exceptionDraftSchema.pick({ query: true, upToRisk: true }).strict(),
});
