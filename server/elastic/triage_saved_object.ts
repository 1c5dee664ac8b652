import type { SavedObjectsType } from '@kbn/core/server';

/** Hidden: only this plugin reads and changes it, and a role gets it with the feature. */
export const TRIAGE_TYPE = 'web-server-rce-triage';

export const triageSavedObject: SavedObjectsType = {
  name: TRIAGE_TYPE,
  hidden: true,
  namespaceType: 'single',
  // Found by id alone: nothing in it is searched for, so nothing is mapped.
  mappings: { dynamic: false, properties: {} },
};
