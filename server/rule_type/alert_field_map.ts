import type { FieldDefinition } from '@kbn/alerting-plugin/server';
import { ALERT_FIELD } from '../../common/alert/alert_document';

const keyword = { type: 'keyword', array: false, required: false, ignore_above: 1024 } as const;
const keywords = { ...keyword, array: true } as const;

/** Fields of our alerts that neither the framework nor ECS maps; whatever is mapped nowhere can't be searched or sorted. */
export const alertFieldMap: Record<string, FieldDefinition> = {
  [ALERT_FIELD.eventTime]: { type: 'date', array: false, required: false },
  [`${ALERT_FIELD.originalEvent}.action`]: keywords,
  [`${ALERT_FIELD.originalEvent}.category`]: keywords,
  [`${ALERT_FIELD.originalEvent}.type`]: keywords,
  [`${ALERT_FIELD.originalEvent}.kind`]: keyword,
  [`${ALERT_FIELD.originalEvent}.module`]: keyword,
  [`${ALERT_FIELD.originalEvent}.dataset`]: keyword,
  [`${ALERT_FIELD.originalEvent}.id`]: keyword,
  [`${ALERT_FIELD.originalEvent}.sequence`]: { type: 'long', array: false, required: false },
  [`${ALERT_FIELD.originalDataStream}.type`]: keyword,
  [`${ALERT_FIELD.originalDataStream}.dataset`]: keyword,
  [`${ALERT_FIELD.originalDataStream}.namespace`]: keyword,
  [ALERT_FIELD.ancestorId]: keyword,
  [ALERT_FIELD.ancestorIndex]: keyword,
  [ALERT_FIELD.ancestorType]: keyword,
  [ALERT_FIELD.ancestorDepth]: { type: 'long', array: false, required: false },
  [ALERT_FIELD.rowId]: keyword,
  [ALERT_FIELD.rowFolded]: { type: 'boolean', array: false, required: false },
  [ALERT_FIELD.reopenedFrom]: keyword,
  [ALERT_FIELD.treeId]: keyword,
  [ALERT_FIELD.treeProcesses]: keywords,
  [ALERT_FIELD.treeEvents]: keywords,
  [ALERT_FIELD.treeCommands]: keywords,
  [ALERT_FIELD.tellingCommand]: keyword,
  [ALERT_FIELD.treeSequences]: { type: 'long', array: true, required: false },
  [`${ALERT_FIELD.signs}.id`]: keywords,
  [`${ALERT_FIELD.signs}.technique`]: keywords,
  [ALERT_FIELD.requestTime]: { type: 'date', array: false, required: false },
  [ALERT_FIELD.ruleFalsePositives]: keywords,
  [`${ALERT_FIELD.ruleThreat}.framework`]: keywords,
  [`${ALERT_FIELD.ruleThreat}.tactic.id`]: keywords,
  [`${ALERT_FIELD.ruleThreat}.tactic.name`]: keywords,
  [`${ALERT_FIELD.ruleThreat}.tactic.reference`]: keywords,
  [`${ALERT_FIELD.ruleThreat}.technique.id`]: keywords,
  [`${ALERT_FIELD.ruleThreat}.technique.name`]: keywords,
  [`${ALERT_FIELD.ruleThreat}.technique.reference`]: keywords,
  [`${ALERT_FIELD.ruleThreat}.technique.subtechnique.id`]: keywords,
  [`${ALERT_FIELD.ruleThreat}.technique.subtechnique.name`]: keywords,
  [`${ALERT_FIELD.ruleThreat}.technique.subtechnique.reference`]: keywords,
};
