import { NO_RUNS } from '../../common/run/run_history';
import type { FleetAgent } from '../../common/osquery/live_query_api';
import { NO_TRIAGE } from '../../common/triage/triage';
import { toSampleStory } from './sample_story';
import { ENABLED_RULE, toFilledGuide, toPage, toSampleAlert } from './sample_alerts';
import type { Answers } from './fake_http';

const ONLINE_AGENT: FleetAgent = {
  id: 'agent-1',
  status: 'online',
  local_metadata: { host: { hostname: 'web-01' } },
};

/** A server with one alert, an enabled rule, and an agent that is online. */
export const SAMPLE_ANSWERS: Answers = {
  'POST /internal/web_server_rce/alerts/_find': () => toPage([toSampleAlert()]),
  'POST /internal/web_server_rce/alerts/_count': ({ body }) => ({
    counts: (body as { filters: unknown[] }).filters.map(() => 1),
  }),
  'POST /internal/web_server_rce/alerts/_stats': () => ({ hosts: 1, detectMs: 400 }),
  'GET /internal/web_server_rce/alerts/*': () => ({ alert: toSampleAlert() }),
  'GET /internal/web_server_rce/alerts/*/guide': () => ({
    parts: toFilledGuide(toSampleAlert().note, toSampleAlert()),
  }),
  'GET /internal/web_server_rce/alerts/*/story': () => ({ story: toSampleStory() }),
  'GET /internal/web_server_rce/alerts/*/triage': () => ({ triage: NO_TRIAGE }),
  'POST /internal/web_server_rce/alerts/*/triage': () => ({ triage: NO_TRIAGE }),
  'GET /internal/web_server_rce/alerts/*/requests': () => ({
    ranked: [],
    total: 0,
    ofSameAddress: 0,
    isCut: false,
    logs: [],
    unread: [],
  }),
  'GET /internal/web_server_rce/people': () => ({ others: [] }),
  'GET /internal/web_server_rce/rules': () => ({ rules: [ENABLED_RULE] }),
  'GET /internal/web_server_rce/rules/*/evidence': () => ({ isOn: false, maySwitchOn: true }),
  'GET /internal/web_server_rce/rules/*/runs': () => ({ history: NO_RUNS }),
  'GET /internal/osquery/status': () => ({ install_status: 'installed' }),
  'GET /internal/osquery/fleet_wrapper/package_policies': () => ({ items: [] }),
  'GET /internal/osquery/fleet_wrapper/agents/*': () => ({ item: ONLINE_AGENT }),
  'GET /api/osquery/live_queries': () => ({ data: { items: [], total: 0 } }),
};
