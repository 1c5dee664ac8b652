import type { SavedObjectsClientContract } from '@kbn/core/server';
import { NO_TRIAGE, type Triage } from '../../common/triage/triage';
import type { TriageStore } from '../ports/triage_store';
import { findRefusalStatus } from '../find_refusal_status';
import { TRIAGE_TYPE } from './triage_saved_object';

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
});
