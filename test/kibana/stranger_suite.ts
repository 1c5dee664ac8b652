import { expect, test } from 'vitest';
import { findAlerts } from '../../common/api/find_alerts';
import { getGuide } from '../../common/api/get_guide';
import { getStory } from '../../common/api/get_story';
import { listRules } from '../../common/api/list_rules';
import type { Kibana } from './kibana';

/** What a user of Kibana without the feature is answered. */
export const strangerSuite = (kibana: Kibana): void => {
  test.each([findAlerts, listRules, getGuide, getStory])(
    'whoever lacks the feature reads nothing: $path is forbidden',
    async ({ method, path }) => {
      const filled = path.replace('{id}', '0b5a4ab8-91ab-4a0c-8e6e-9c1f1f4d0000');
      const request =
        method === 'get' ? ({ method: 'GET' } as const) : ({ method: 'POST', body: {} } as const);
      expect((await kibana.ask(filled, request)).status).toBe(403);
    }
  );
};
