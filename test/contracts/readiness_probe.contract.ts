import { expect, test } from 'vitest';
import { CHECK_IDS, READINESS_STATES } from '../../common/readiness/readiness';
import type { ProbeRequest, ReadinessProbe } from '../../server/ports/readiness_probe';

export const PROBE_REQUEST: ProbeRequest = {
  indexPatterns: ['logs-endpoint.events.*'],
  timestampField: '@timestamp',
  fields: ['process.name', 'process.args'],
  from: '2026-11-23T12:00:00.000Z',
  signal: new AbortController().signal,
};

/** What every probe must do. `createBlindProbe` makes one that can't see anything. */
export const readinessProbeContract = (
  createProbe: () => Promise<ReadinessProbe>,
  createBlindProbe: () => Promise<ReadinessProbe>
): void => {
  test('answers checks that the page knows, each once', async () => {
    const checks = await (await createProbe()).probe(PROBE_REQUEST);
    const ids = checks.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(0);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !CHECK_IDS.includes(id))).toEqual([]);
    expect(checks.filter(({ state }) => !READINESS_STATES.includes(state))).toEqual([]);
  });

  test('answers the same checks where it can’t see, and none of what it can’t see as good', async () => {
    const seen = await (await createProbe()).probe(PROBE_REQUEST);
    const blind = await (await createBlindProbe()).probe(PROBE_REQUEST);
    expect(blind.map(({ id }) => id)).toEqual(seen.map(({ id }) => id));
    expect(blind.some(({ state }) => state === 'unknown')).toBe(true);
  });
};
