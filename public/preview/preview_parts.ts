import type { HostHits, PreviewAlert, RulePreview } from '../../common/api/preview_rule';
import type { Period } from '../../common/story/period';

/** Periods that can be previewed, and how many parts each is asked in. */
export const PREVIEW_SPANS = [
  { hours: 1, parts: 12 },
  { hours: 24, parts: 24 },
  { hours: 7 * 24, parts: 28 },
  { hours: 30 * 24, parts: 30 },
] as const;
export type PreviewSpan = (typeof PREVIEW_SPANS)[number];

export interface PreviewedPart extends Period {
  readonly preview: RulePreview;
}

/** The parts of a period that ends now, the newest first. */
export const toPreviewParts = ({ hours, parts }: PreviewSpan, now: Date): readonly Period[] => {
  const partMs = (hours * 3_600_000) / parts;
  const toTime = (ago: number): string => new Date(now.getTime() - ago * partMs).toISOString();
  return Array.from({ length: parts }, (_, index) => ({
    from: toTime(index + 1),
    to: toTime(index),
  }));
};

const MOST_EXAMPLES = 50;

/** What all parts so far found together. */
export const sumPreviews = (parts: readonly PreviewedPart[]): RulePreview => {
  const previews = parts.map(({ preview }) => preview);
  const sum = (count: (preview: RulePreview) => number): number =>
    previews.reduce((total, preview) => total + count(preview), 0);
  const hosts = new Map<string, HostHits>();
  for (const { host, matches, alerts } of previews.flatMap((preview) => preview.hosts)) {
    const known = hosts.get(host);
    hosts.set(host, {
      host,
      matches: (known?.matches ?? 0) + matches,
      alerts: (known?.alerts ?? 0) + alerts,
    });
  }
  return {
    matches: sum(({ matches }) => matches),
    isCut: previews.some(({ isCut }) => isCut),
    alerts: sum(({ alerts }) => alerts),
    quiet: sum(({ quiet }) => quiet),
    hidden: sum(({ hidden }) => hidden),
    hosts: [...hosts.values()].sort((one, other) => other.matches - one.matches),
    examples: toGravest(previews.flatMap(({ examples }) => examples)),
  };
};

const toGravest = (alerts: readonly PreviewAlert[]): readonly PreviewAlert[] =>
  [...alerts]
    .sort(
      (one, other) => other.riskScore - one.riskScore || (one.eventTime < other.eventTime ? 1 : -1)
    )
    .slice(0, MOST_EXAMPLES);
