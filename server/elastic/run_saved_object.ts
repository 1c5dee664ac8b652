import type { SavedObjectsType } from '@kbn/core/server';

/** Hidden: only this plugin reads and changes it. */
export const RUNS_TYPE = 'web-server-rce-runs';

export const runSavedObject: SavedObjectsType = {
  name: RUNS_TYPE,
  hidden: true,
  namespaceType: 'single',
  // Found by its rule's id alone.
  mappings: { dynamic: false, properties: {} },
};
