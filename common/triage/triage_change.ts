import { z } from 'zod';
import { ALERT_STATUSES } from '../alert/alert';

/** Why an alert is closed. */
export const VERDICTS = ['true_positive', 'benign', 'false_positive', 'duplicate'] as const;
export type Verdict = (typeof VERDICTS)[number];

const text = (most: number) => z.string().max(most);
const name = z.string().min(1).max(200);

/** Says what an alert was. */
export const verdictChangeSchema = z
  .object({ kind: z.literal('verdict'), verdict: z.enum(VERDICTS), comment: text(4000) })
  .strict();

export type VerdictChange = z.infer<typeof verdictChangeSchema>;

/** Elastic Defend took an order for the alert's host; what became of it is asked of it by the action's id. */
const responseChangeSchema = z
  .object({
    kind: z.literal('response'),
    action: z.enum(['isolate', 'kill']),
    host: text(300),
    pid: z.number().int().min(1).optional(),
    actionId: name,
  })
  .strict();

export type ResponseChange = z.infer<typeof responseChangeSchema>;

/** One thing somebody did with an alert. Texts are bounded, because each stays in the history. */
export const triageChangeSchema = z.discriminatedUnion('kind', [
  verdictChangeSchema,
  z.object({ kind: z.literal('verdict_withdrawn') }).strict(),
  z.object({ kind: z.literal('status'), status: z.enum(ALERT_STATUSES) }).strict(),
  z.object({ kind: z.literal('assignee'), assignee: name.nullable() }).strict(),
  z.object({ kind: z.literal('note'), text: text(4000).min(1) }).strict(),
  z.object({ kind: z.literal('step'), step: name, isDone: z.boolean(), note: text(2000) }).strict(),
  z
    .object({
      kind: z.literal('run'),
      /** What was asked: the query's label in the guide, or its SQL. */
      label: text(500),
      query: text(20_000),
      /** Of the live query, under which Osquery keeps rows. */
      actionId: name,
      agentId: name,
    })
    .strict(),
  responseChangeSchema,
]);

export type TriageChange = z.infer<typeof triageChangeSchema>;
