import { i18n } from '@kbn/i18n';

/** Which period of event times the table shows. */
export type TimeRange =
  | { readonly kind: 'all' }
  | { readonly kind: 'last'; readonly span: TimeSpan }
  | { readonly kind: 'between'; readonly from?: string; readonly to?: string };

export const TIME_SPANS = ['15m', '1h', '24h', '48h', '7d', '30d'] as const;
export type TimeSpan = (typeof TIME_SPANS)[number];

const HOUR_MS = 3_600_000;
const SPAN_MS: Record<TimeSpan, number> = {
  '15m': HOUR_MS / 4,
  '1h': HOUR_MS,
  '24h': 24 * HOUR_MS,
  '48h': 48 * HOUR_MS,
  '7d': 168 * HOUR_MS,
  '30d': 720 * HOUR_MS,
};

/** The bounds as ISO 8601; a bound that is not set is open. */
export const toBounds = (range: TimeRange, now: Date): { from?: string; to?: string } => {
  switch (range.kind) {
    case 'all':
      return {};
    case 'last':
      return { from: new Date(now.getTime() - SPAN_MS[range.span]).toISOString() };
    case 'between':
      return {
        ...(range.from === undefined ? {} : { from: range.from }),
        ...(range.to === undefined ? {} : { to: range.to }),
      };
  }
};

export const toSpanLabel = (span: TimeSpan): string => {
  switch (span) {
    case '15m':
      return i18n.translate('webServerRce.timeRange.last15m', {
        defaultMessage: 'Last 15 minutes',
      });
    case '1h':
      return i18n.translate('webServerRce.timeRange.last1h', { defaultMessage: 'Last hour' });
    case '24h':
      return i18n.translate('webServerRce.timeRange.last24h', { defaultMessage: 'Last 24 hours' });
    case '48h':
      return i18n.translate('webServerRce.timeRange.last48h', { defaultMessage: 'Last 48 hours' });
    case '7d':
      return i18n.translate('webServerRce.timeRange.last7d', { defaultMessage: 'Last 7 days' });
    case '30d':
      return i18n.translate('webServerRce.timeRange.last30d', { defaultMessage: 'Last 30 days' });
  }
};
