import type { SavedObjectsType } from '@kbn/core/server';

/** Hidden, and granted by no privilege: only this plugin's own endpoint changes it, after it has checked the user. */
export const EVIDENCE_TYPE = 'web-server-rce-evidence';

export const evidenceSavedObject: SavedObjectsType = {
  name: EVIDENCE_TYPE,
  hidden: true,
  namespaceType: 'single',
  mappings: { dynamic: false, properties: {} },
};
