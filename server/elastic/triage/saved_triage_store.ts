import type { SavedObjectsClientContract } from '@kbn/core/server';
import { MOST_ASSIGNED_ROWS } from '../../../common/api/find_alerts';
import { NO_TRIAGE, type Triage } from '../../../common/triage/triage';
import type { TriageStore } from '../../ports/triage_store';
import { findRefusalStatus } from '../../find_refusal_status';
import { toNames } from '../../triage/to_names';
import { TRIAGE_TYPE } from './triage_saved_object';

const ASSIGNEE = 'triage.assignee';
const NEWEST = { type: TRIAGE_TYPE, sortField: 'updated_at', sortOrder: 'desc' } as const;

/** Of so many rows worked on last the users are told. */
const MOST_NAMED_ROWS = 200;

/** Keeps triage in saved objects of the caller's space, one for each row, under its id. */
export const createSavedTriageStore = (client: SavedObjectsClientContract): TriageStore => ({
  async get(rowId) {
    try {
      const { attributes, version } = await client.get<{ triage: Triage }>(TRIAGE_TYPE, rowId);
      return { triage: attributes.triage, version };
    } catch (error) {
      if (findRefusalStatus(error) === 404) return { triage: NO_TRIAGE, version: undefined };
      throw error;
    }
  },
  async save(rowId, { triage, version }) {
    try {
      await client.create(
        TRIAGE_TYPE,
        { triage },
        // The whole is written: an update would merge, and a step taken out would stay.
        version === undefined ? { id: rowId } : { id: rowId, overwrite: true, version }
      );
      return true;
    } catch (error) {
      if (findRefusalStatus(error) === 409) return false;
      throw error;
    }
  },
  async findAssignees(rowIds) {
    if (rowIds.length === 0) return new Map();
    const { saved_objects: found } = await client.bulkGet<{ triage: Triage }>(
      rowIds.map((id) => ({ type: TRIAGE_TYPE, id, fields: [ASSIGNEE] }))
    );
    return new Map(
      found.flatMap(({ id, attributes }) => {
        const assignee = attributes?.triage?.assignee;
        return assignee === undefined ? [] : [[id, assignee] as const];
      })
    );
  },
  async findAssignedRows(assignees) {
    const { saved_objects: found } = await client.find({
      ...NEWEST,
      perPage: MOST_ASSIGNED_ROWS,
      fields: [ASSIGNEE],
      filter: `${TRIAGE_TYPE}.attributes.${ASSIGNEE}: (${assignees.map(toQuoted).join(' or ')})`,
    });
    return found.map(({ id }) => id);
  },
  async listNames() {
    const { saved_objects: found } = await client.find<{ triage: Triage }>({
      ...NEWEST,
      perPage: MOST_NAMED_ROWS,
      fields: [ASSIGNEE, 'triage.history.by'],
    });
    return toNames(found.flatMap(({ attributes }) => attributes?.triage ?? []));
  },
});

/** A text of Kibana's query language that stands for itself. */
const toQuoted = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&')}"`;
