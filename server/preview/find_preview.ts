import { ALERT_SEVERITIES } from '../../common/alert/alert';
import { ALERT_FIELD } from '../../common/alert/alert_document';
import type { AlertingRule } from '../../common/alert/to_alert';
import type { HostHits, PreviewAlert, RulePreview } from '../../common/api/preview_rule';
import { findText } from '../../common/event/get_values';
import type { SourceEvent } from '../../common/event/source_event';
import type { Translate } from '../../common/i18n/translate';
import type { Period } from '../../common/story/period';
import type { EventReader } from '../ports/event_reader';
import { createHiddenAlerts } from '../rule_type/hidden_alerts';
import { createRuleMemories } from '../rule_type/rule_memory';
import { createShapeHistory } from '../rule_type/trees/shape_history';
import { raiseTreeAlerts } from '../rule_type/trees/raise_tree_alerts';
import { raiseEventAlerts, type RaisedAlert } from '../rule_type/raised_alerts';

interface PreviewSearch extends Period {
  readonly rule: AlertingRule;
  readonly events: EventReader;
  readonly now: Date;
  readonly translate: Translate;
  readonly signal: AbortSignal;
}

/** Completing and grading so many trees is a second's work. */
const MOST_MATCHES = 1000;
const MOST_HOSTS = 50;
const MOST_EXAMPLES = 20;
/** How long after its root a tree may grow in a preview. */
const GROWING_MS = 10 * 60_000;

/** Searches and grades one period as a run would, and stores nothing. */
export const findPreview = async (search: PreviewSearch): Promise<RulePreview> => {
  const { rule, events, from, to, signal } = search;
  const { query, indexPatterns, timestampField } = rule.params;
  const size = MOST_MATCHES + 1;
  const found = await events.search({
    ...{ query, indexPatterns, timestampField, from, to, size, signal },
  });
  const matches = found.slice(0, MOST_MATCHES);
  const { raised, hidden, quiet } = await raise(matches, search);
  const alerts = raised.map(toPreviewAlert);
  return {
    matches: matches.length,
    isCut: found.length > matches.length,
    alerts: alerts.length,
    quiet,
    hidden,
    hosts: toHosts(matches, alerts),
    examples: [...alerts].sort(compareGravest).slice(0, MOST_EXAMPLES),
  };
};

const raise = async (
  found: readonly SourceEvent[],
  { rule, events, to, now, translate, signal }: PreviewSearch
): Promise<{ raised: readonly RaisedAlert[]; hidden: number; quiet: number }> => {
  const { definition, params, uuid } = rule;
  // What has expired today hides nothing tomorrow either: exceptions are asked as of now.
  const hidden = createHiddenAlerts(params.exceptions, uuid, now);
  if (definition.unit === 'event') {
    const matches = found.filter((event) => !hidden.hides(event, definition.riskScore));
    const { alerts } = raiseEventAlerts(matches, rule, now, translate);
    return { raised: alerts, hidden: hidden.list().length, quiet: 0 };
  }
  const end = Math.min(Date.parse(to) + GROWING_MS, now.getTime());
  const { alerts, quietCount } = await raiseTreeAlerts({
    matches: found,
    rule,
    events,
    alerts: NOTHING_STORED,
    ...createRuleMemories().get(uuid),
    shapes: createShapeHistory(undefined, now),
    givenUp: new Set(),
    hidden,
    startedAt: new Date(end),
    translate,
    signal,
  });
  return { raised: alerts, hidden: hidden.list().length, quiet: quietCount };
};

/** As if no run had raised anything before. */
const NOTHING_STORED = {
  mostAlerts: MOST_MATCHES,
  storesAfterRun: false,
  findStored: async () => [],
  findStoredIds: async (): Promise<ReadonlySet<string>> => new Set(),
  report: ({ instanceId }: { instanceId: string }): string => instanceId,
  grow: async (): Promise<number> => 0,
  foldRows: async (): Promise<void> => undefined,
};

const toPreviewAlert = ({ alert: { payload }, eventTime }: RaisedAlert): PreviewAlert => {
  const text = (field: string): string => findText(payload, field) ?? '';
  return {
    eventId: text(ALERT_FIELD.ancestorId),
    eventTime,
    host: text('host.name'),
    severity: ALERT_SEVERITIES.find((level) => level === text(ALERT_FIELD.severity)) ?? 'high',
    riskScore: Number(payload[ALERT_FIELD.riskScore] ?? 0),
    reason: text(ALERT_FIELD.reason),
  };
};

const toHosts = (
  matches: readonly SourceEvent[],
  alerts: readonly PreviewAlert[]
): readonly HostHits[] => {
  const hosts = new Map<string, { matches: number; alerts: number }>();
  const get = (host: string): { matches: number; alerts: number } => {
    const counts = hosts.get(host) ?? { matches: 0, alerts: 0 };
    hosts.set(host, counts);
    return counts;
  };
  for (const { source } of matches) get(findText(source, 'host.name') ?? '').matches += 1;
  for (const { host } of alerts) get(host).alerts += 1;
  return [...hosts]
    .map(([host, counts]) => ({ host: host.slice(0, 300), ...counts }))
    .sort((one, other) => other.matches - one.matches)
    .slice(0, MOST_HOSTS);
};

const compareGravest = (one: PreviewAlert, other: PreviewAlert): number =>
  other.riskScore - one.riskScore || (one.eventTime < other.eventTime ? 1 : -1);
