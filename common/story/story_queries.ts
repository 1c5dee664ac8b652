import { toEqlString } from '../eql/format/to_eql_string';
import type { ProcessStart } from '../detection';

const START =
  'host.os.type == "linux" and event.type == "start" and event.action in ("exec", "exec_event")';
const toList = (ids: readonly string[]): string => ids.map(toEqlString).join(', ');

/** EQL for the starts of given processes: those above the alert, to find the server among them. */
export const toStartsQuery = (entityIds: readonly string[]): string =>
  `process where ${START} and process.entity_id in (${toList(entityIds)})`;

/**
 * EQL for what a server started: this process of it, and the other workers of the same service, which share the program and
 * an ancestor with it. An attacker's requests go to whichever worker is free.
 * @param root one tree of the server
 */
export const toServerChildrenQuery = ({ parent, origins }: ProcessStart): string => {
  const own =
    parent.entityId === undefined
      ? []
      : [`process.parent.entity_id == ${toEqlString(parent.entityId)}`];
  const master = origins[0] === parent.entityId ? origins[1] : undefined;
  const workers =
    master === undefined || parent.executable === undefined
      ? []
      : [
          `(process.parent.executable == ${toEqlString(parent.executable)} and ?process.Ext.ancestry == ${toEqlString(master)})`,
        ];
  const conditions = [...own, ...workers];
  return `process where ${START} and (${conditions.length > 0 ? conditions.join(' or ') : 'false'})`;
};

/** EQL for what processes did beside starting programs, and for their ends. */
export const toActivitiesQuery = (entityIds: readonly string[]): string =>
  `any where process.entity_id in (${toList(entityIds)}) and
    (event.category in ("network", "file") or (event.category == "process" and event.type == "end"))`;
