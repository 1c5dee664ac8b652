import type { KibanaRequest } from '@kbn/core/server';
import type { SecurityPluginStart } from '@kbn/security-plugin/server';
import type { People } from '../../../common/api/triage/get_people';
import { toApiPrivilege } from '../../kibana_version';
import type { TriageStore } from '../../ports/triage_store';

/** As many as Kibana suggests at once. */
const MOST_SUGGESTED = 100;

/**
 * Users who may see alerts in a space, as far as they have signed in, and whoever has worked on them already.
 * @param security undefined where an administrator switched security off: then there are no users
 */
export const findKibanaPeople = async (
  security: SecurityPluginStart | undefined,
  request: KibanaRequest,
  spaceId: string,
  triages: TriageStore
): Promise<People> => {
  const me = security?.authc.getCurrentUser(request)?.username;
  if (security === undefined || me === undefined) return { me: undefined, others: [] };
  const [suggested, names] = await Promise.all([
    suggestNames(security, spaceId),
    triages.listNames(),
  ]);
  const others = new Set([...suggested, ...names]);
  others.delete(me);
  return { me, others: [...others].sort() };
};

const suggestNames = async (
  { authz, userProfiles }: SecurityPluginStart,
  spaceId: string
): Promise<string[]> => {
  try {
    const profiles = await userProfiles.suggest({
      name: '',
      size: MOST_SUGGESTED,
      requiredPrivileges: {
        spaceId,
        privileges: { kibana: [authz.actions.api.get(toApiPrivilege('read'))] },
      },
    });
    return profiles.map(({ user }) => user.username);
  } catch {
    // Only a convenience: who has worked on alerts is known without.
    return [];
  }
};
