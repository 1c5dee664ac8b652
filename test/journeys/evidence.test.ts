import { expect, test } from 'vitest';
import type { AlertPage } from '../../common/api/find_alerts';
import type { Alert } from '../../common/alert/alert';
import { findText } from '../../common/event/get_values';
import { parseGuide } from '../../common/guide/parse_guide';
import { fillGuide } from '../../common/guide/fill_guide';
import { toHostMoment, toRunFilterKql } from '../../common/osquery/run_filter';
import { RULES } from '../../common/rule/rules';
import { startHost } from '../start_host';
import { measureEvidence, startFollowingHost } from '../measure_evidence';
import { createTemporaryDirectory } from '../temporary_store';

test('what the machine looked like is kept with the alert, at once and without a click', async () => {
  const { host, attack } = await startFollowingHost(await createTemporaryDirectory());
  try {
    const { takenMs, queries } = await measureEvidence(host, await attack());
    expect(queries.length).toBeGreaterThan(2);
    expect(queries.some(({ rows }) => rows > 0)).toBe(true);
    // The machine may be busy with other tests; the bench says how fast it is.
    expect(takenMs).toBeLessThan(20_000);
    expect(takenMs).toBeGreaterThan(0);
  } finally {
    await host.stop();
  }
}, 60_000);

test('a recording of other machines has evidence taken of those, and none of this one', async () => {
  const host = await startHost(await createTemporaryDirectory());
  try {
    await host.idle();
    const { data } = await host.call<{ data: { items: { _source: { agents: string[] } }[] } }>(
      '/api/osquery/live_queries'
    );
    const agents = data.items.flatMap(({ _source }) => _source.agents);
    expect([...new Set(agents)].sort()).toEqual([
      'recording-web-01-nginx',
      'recording-web-02-apache',
    ]);
  } finally {
    await host.stop();
  }
}, 60_000);

test('every alert of the recording, of either rule, has the answers to its guide’s queries when it is first opened', async () => {
  const host = await startHost(await createTemporaryDirectory(), {
    firstRules: RULES.map(({ id }) => id),
  });
  try {
    await host.idle();
    const { alerts } = await host.call<AlertPage>('/internal/web_server_rce/alerts/_find', {});
    expect(alerts.length).toBeGreaterThan(20);
    for (const { id } of alerts) {
      const { alert } = await host.call<{ alert: Alert }>(`/internal/web_server_rce/alerts/${id}`);
      const moment = toHostMoment(findText(alert.event, 'agent.id') ?? '', alert.raisedAt);
      const kuery = encodeURIComponent(toRunFilterKql({ alertId: id, host: moment }));
      const { data } = await host.call<{
        data: { items: { _source: { queries: { query: string }[] } }[] };
      }>(`/api/osquery/live_queries?kuery=${kuery}`);
      const asked = data.items.flatMap(({ _source }) => _source.queries.map(({ query }) => query));
      const wanted = fillGuide(parseGuide(alert.note), alert.event).flatMap((part) =>
        part.kind === 'query' && part.filled.kind === 'ready' ? [part.filled.sql] : []
      );
      expect(wanted.length).toBeGreaterThan(3);
      expect(wanted.filter((sql) => !asked.includes(sql))).toEqual([]);
    }
  } finally {
    await host.stop();
  }
}, 60_000);
