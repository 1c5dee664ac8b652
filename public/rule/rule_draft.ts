import { setRuleParams } from '../../common/api/set_rule_params';
import type { PresentRule } from '../../common/api/rule_status';
import { EqlError } from '../../common/eql/errors/eql_error';
import { parseRuleQuery } from '../../common/rule/parse_rule_query';
import type { RuleParams } from '../../common/rule/rule_params';

/** The settings as they stand in the form: text that may not be right yet. */
export interface RuleDraft {
  readonly query: string;
  /** One per line. */
  readonly indexPatterns: string;
  readonly interval: string;
  readonly lookBack: string;
  readonly maxAlertsPerRun: string;
  readonly timestampField: string;
  /** Empty for rules whose alerts are of events. */
  readonly minimumRisk: string;
}

export interface CheckedDraft {
  /** What to send; present when nothing is wrong. */
  readonly settings?: { readonly params: RuleParams; readonly interval: string };
  readonly queryError?: EqlError;
  /** Fields, other than the query, whose value the server would refuse. */
  readonly wrongFields: ReadonlySet<keyof RuleDraft>;
}

export const toRuleDraft = ({
  params,
  interval,
}: Pick<PresentRule, 'params' | 'interval'>): RuleDraft => ({
  query: params.query,
  lookBack: params.lookBack,
  timestampField: params.timestampField,
  interval,
  indexPatterns: params.indexPatterns.join('\n'),
  maxAlertsPerRun: String(params.maxAlertsPerRun),
  minimumRisk: String(params.minimumRisk ?? ''),
});

/** Checks a draft by the schema and the parser the server uses, so that what is wrong shows before it is sent. */
export const checkRuleDraft = (
  { interval, minimumRisk, ...draft }: RuleDraft,
  saved: RuleParams
): CheckedDraft => {
  const params = {
    ...saved,
    ...draft,
    indexPatterns: draft.indexPatterns.split('\n').filter((line) => line.trim() !== ''),
    maxAlertsPerRun: Number(draft.maxAlertsPerRun),
    // An emptied field is no zero.
    ...(saved.minimumRisk !== undefined && {
      minimumRisk: minimumRisk.trim() === '' ? Number.NaN : Number(minimumRisk),
    }),
  };
  const parsed = setRuleParams.body.safeParse({ params, interval });
  const queryError = findQueryError(draft.query);
  if (parsed.success && queryError === undefined) {
    return { settings: parsed.data, wrongFields: new Set() };
  }
  const fields = parsed.success
    ? []
    : parsed.error.issues.map(({ path }) => path.find((part) => part !== 'params'));
  return {
    wrongFields: new Set(fields.filter(isField)),
    ...(queryError !== undefined && { queryError }),
  };
};

const FIELDS: readonly (keyof RuleDraft)[] = [
  'indexPatterns',
  'interval',
  'lookBack',
  'maxAlertsPerRun',
  'timestampField',
  'minimumRisk',
];

const isField = (part: string | number | undefined): part is keyof RuleDraft =>
  FIELDS.some((field) => field === part);

const findQueryError = (query: string): EqlError | undefined => {
  try {
    parseRuleQuery(query);
    return undefined;
  } catch (error) {
    if (error instanceof EqlError) return error;
    throw error;
  }
};
