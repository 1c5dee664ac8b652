import { expect, it } from 'vitest';
import type { RulePreview } from '../../common/api/preview_rule';
import { PREVIEW_SPANS, sumPreviews, toPreviewParts } from './preview_parts';

const NOW = new Date('2026-11-24T12:00:00.000Z');

it.each(PREVIEW_SPANS)('cuts $hours hours into parts that touch and end now', (span) => {
  const parts = toPreviewParts(span, NOW);
  expect(parts[0]?.to).toBe(NOW.toISOString());
  parts.slice(1).forEach((part, index) => expect(part.to).toBe(parts[index]?.from));
  expect(Date.parse(parts.at(-1)?.from ?? '')).toBe(NOW.getTime() - span.hours * 3_600_000);
});

it('adds parts up: counts, hosts, and the gravest alerts first', () => {
  const toPart = (riskScore: number, host: string): RulePreview => ({
    matches: 2,
    isCut: riskScore > 90,
    alerts: 1,
    quiet: 3,
    hidden: 4,
    hosts: [{ host, matches: 2, alerts: 1 }],
    examples: [
      { eventId: String(riskScore), eventTime: '', host, severity: 'high', riskScore, reason: '' },
    ],
  });
  const period = { from: '', to: '' };
  const sum = sumPreviews(
    [toPart(50, 'a'), toPart(99, 'b'), toPart(73, 'b')].map((preview) => ({ ...period, preview }))
  );
  expect(sum).toMatchObject({ matches: 6, alerts: 3, quiet: 9, hidden: 12, isCut: true });
  expect(sum.hosts).toEqual([
    { host: 'b', matches: 4, alerts: 2 },
    { host: 'a', matches: 2, alerts: 1 },
  ]);
  expect(sum.examples.map(({ riskScore }) => riskScore)).toEqual([99, 73, 50]);
});
