import type { SecurityPluginStart } from '@kbn/security-plugin/server';
import { expect, test } from 'vitest';
import { createMemoryTriageStore } from '../../../test/doubles/memory_triage_store';
import { NO_TRIAGE } from '../../../common/triage/triage';
import type { KibanaRequest } from '@kbn/core/server';
import { findKibanaPeople } from './find_kibana_people';

const REQUEST = {} as KibanaRequest;

const toSecurity = (
  me: string | undefined,
  suggest: SecurityPluginStart['userProfiles']['suggest']
): SecurityPluginStart => ({
  authc: { getCurrentUser: () => (me === undefined ? null : { username: me }) },
  authz: { actions: { api: { get: (privilege) => `api:${privilege}` } } },
  userProfiles: { suggest },
});

const createTriages = async () => {
  const triages = createMemoryTriageStore();
  await triages.save('a', { triage: { ...NO_TRIAGE, assignee: 'carol' }, version: undefined });
  return triages;
};

test('names who may see alerts in the space and who has worked on them, each once, without oneself', async () => {
  const security = toSecurity('ann', async ({ size, requiredPrivileges }) => {
    expect(size).toBeLessThanOrEqual(100);
    expect(requiredPrivileges).toEqual({
      spaceId: 'blue',
      privileges: { kibana: ['api:webServerRce_read'] },
    });
    return ['ann', 'carol', 'bob'].map((username) => ({ user: { username } }));
  });
  expect(await findKibanaPeople(security, REQUEST, 'blue', await createTriages())).toEqual({
    me: 'ann',
    others: ['bob', 'carol'],
  });
});

test('names who has worked on alerts where Kibana suggests nobody', async () => {
  const security = toSecurity('ann', () => Promise.reject(new Error('no profiles')));
  expect(await findKibanaPeople(security, REQUEST, 'default', await createTriages())).toEqual({
    me: 'ann',
    others: ['carol'],
  });
});

test.each([undefined, toSecurity(undefined, async () => [])])(
  'names nobody where there are no users',
  async (security) => {
    expect(await findKibanaPeople(security, REQUEST, 'default', await createTriages())).toEqual({
      me: undefined,
      others: [],
    });
  }
);
