import { expect, test } from 'vitest';
import { findAlerts } from '../../common/api/find_alerts';
import type { Kibana } from './kibana';

const HEADERS = { 'kbn-xsrf': 'test', 'elastic-api-version': '2023-10-31' };

/** What somebody is answered who has all of our feature and nothing of Elastic Security. */
export const withoutSecuritySuite = (kibana: Kibana): void => {
  test('our alerts are there', async () => {
    expect((await kibana.call(findAlerts, { body: {} })).alerts).toBeInstanceOf(Array);
  });

  test('the app offers nothing of Elastic Security', async () => {
    const { body } = await kibana.ask('/api/core/capabilities', {
      method: 'POST',
      body: { applications: [] },
    });
    expect(body).toMatchObject({ webServerRce: { save: true }, siem: { show: false } });
  });

  test.each([
    ['/api/detection_engine/signals/status', { status: 'closed', signal_ids: ['x'] }],
    ['/api/endpoint/action/isolate', { endpoint_ids: ['x'] }],
    ['/api/endpoint/action/kill_process', { endpoint_ids: ['x'], parameters: { pid: 2 } }],
  ])('Elastic Security refuses %s', async (path, body) => {
    expect((await kibana.ask(path, { method: 'POST', body, headers: HEADERS })).status).toBe(403);
  });
};
