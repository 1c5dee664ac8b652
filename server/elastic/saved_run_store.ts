import type { SavedObjectsRepository } from '@kbn/core/server';
import { DomainError } from '../../common/errors/domain_error';
import { NO_RUNS, type RunHistory } from '../../common/run/run_history';
import { findRefusalStatus } from '../find_refusal_status';
import type { RunStore } from '../ports/run_store';
import { RUNS_TYPE } from './run_saved_object';

/** A run, a person and another Kibana may meet. */
const MOST_TRIES = 8;

/**
 * Keeps histories in saved objects of a space, one for each rule, under the rule's id.
 * @param getRepository Kibana's own: a run writes under no user, and who may ask is the route's business
 */
export const createSavedRunStore = (
  getRepository: () => Promise<SavedObjectsRepository>,
  spaceId: string
): RunStore => {
  const read = async (id: string): Promise<{ history: RunHistory; version?: string }> => {
    try {
      const repository = await getRepository();
      const { attributes, version } = await repository.get<{ history: RunHistory }>(RUNS_TYPE, id, {
        namespace: spaceId,
      });
      return { history: attributes.history, ...(version !== undefined && { version }) };
    } catch (error) {
      if (findRefusalStatus(error) === 404) return { history: NO_RUNS };
      throw error;
    }
  };
  const tryToChange = async (
    id: string,
    change: (history: RunHistory) => RunHistory
  ): Promise<RunHistory | undefined> => {
    const { history, version } = await read(id);
    const changed = change(history);
    try {
      const repository = await getRepository();
      const options = { id, namespace: spaceId, ...(version && { overwrite: true, version }) };
      await repository.create(RUNS_TYPE, { history: changed }, options);
      return changed;
    } catch (error) {
      if (findRefusalStatus(error) === 409) return undefined;
      throw error;
    }
  };
  return {
    get: async (id) => (await read(id)).history,
    async change(id, change) {
      for (let tries = 0; tries < MOST_TRIES; tries += 1) {
        const changed = await tryToChange(id, change);
        if (changed) return changed;
      }
      throw new DomainError('runs_not_saved', {});
    },
  };
};
