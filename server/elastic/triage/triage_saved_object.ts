import type { SavedObjectsType } from '@kbn/core/server';

/** Hidden: only this plugin reads and changes it, and a role gets it with the feature. */
export const TRIAGE_TYPE = 'web-server-rce-triage';

const ASSIGNEE_MAPPING = {
  triage: { dynamic: false, properties: { assignee: { type: 'keyword' } } },
} as const;

export const triageSavedObject: SavedObjectsType = {
  name: TRIAGE_TYPE,
  hidden: true,
  namespaceType: 'single',
  // Found by id or by whose work it is; nothing else in it is searched for.
  mappings: { dynamic: false, properties: ASSIGNEE_MAPPING },
  // From 8.14 on Kibana looks for a mapping that came later only where a version of the model names it.
  modelVersions: {
    1: { changes: [{ type: 'mappings_addition', addedMappings: ASSIGNEE_MAPPING }] },
  },
};
