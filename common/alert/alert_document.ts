/** `_source` of an alert document: `kibana.alert.*` and `event.*` as dotted keys, other ECS fields as the event had them. */
export type AlertDocument = Readonly<Record<string, unknown>>;

/** Dotted fields of an alert document that this product reads or writes by name. */
export const ALERT_FIELD = {
  /** Not the document's own time: that moves whenever a run reports the alert again. */
  raisedAt: 'kibana.alert.start',
  uuid: 'kibana.alert.uuid',
  instanceId: 'kibana.alert.instance.id',
  status: 'kibana.alert.workflow_status',
  severity: 'kibana.alert.severity',
  riskScore: 'kibana.alert.risk_score',
  reason: 'kibana.alert.reason',
  /** Where the alert opens, for whoever reads of it elsewhere. */
  url: 'kibana.alert.url',
  ruleName: 'kibana.alert.rule.name',
  ruleUuid: 'kibana.alert.rule.uuid',
  ruleParameters: 'kibana.alert.rule.parameters',
  ruleTypeId: 'kibana.alert.rule.rule_type_id',
  note: 'kibana.alert.rule.note',
  ruleId: 'kibana.alert.rule.rule_id',
  ruleVersion: 'kibana.alert.rule.version',
  ruleDescription: 'kibana.alert.rule.description',
  ruleAuthor: 'kibana.alert.rule.author',
  ruleLicense: 'kibana.alert.rule.license',
  ruleReferences: 'kibana.alert.rule.references',
  ruleFalsePositives: 'kibana.alert.rule.false_positives',
  ruleThreat: 'kibana.alert.rule.threat',
  eventTime: 'kibana.alert.original_time',
  /** Prefix: framework owns `event.*` of an alert, so the event's own stand below this. */
  originalEvent: 'kibana.alert.original_event',
  /** Prefix: the newest Kibana takes `data_stream.*` out of alerts. */
  originalDataStream: 'kibana.alert.original_data_stream',
  /** Address of the event the alert was raised from. */
  ancestorId: 'kibana.alert.ancestors.id',
  ancestorIndex: 'kibana.alert.ancestors.index',
  ancestorType: 'kibana.alert.ancestors.type',
  ancestorDepth: 'kibana.alert.ancestors.depth',
  /** What alerts of one command have in common: see `toRowId`. */
  rowId: 'kibana.alert.row.id',
  /** True of all alerts of a row but the one that is listed. */
  rowFolded: 'kibana.alert.row.folded',
  /** The severity at which people had dealt with a row that is open again because it rose. */
  reopenedFrom: 'kibana.alert.row.reopened_from',
  /** Of alerts that are about a tree: its id, its events' ids and sequences, and why it was graded so. */
  treeId: 'kibana.alert.tree.id',
  treeEvents: 'kibana.alert.tree.events',
  /** The rows that other alerts about its processes would have. */
  treeProcesses: 'kibana.alert.tree.processes',
  treeSequences: 'kibana.alert.tree.sequences',
  treeCommands: 'kibana.alert.tree.commands',
  /** See `toTellingCommand`. */
  tellingCommand: 'kibana.alert.tree.telling_command',
  signs: 'kibana.alert.signs',
  /** When the request that brought the alert was logged; only of alerts that hold it (see `toRequestFields`). */
  requestTime: 'kibana.alert.request.time',
} as const;
