import { EuiHealth, EuiLoadingSpinner } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { RunTone } from '../run_words';

/** How a run stands, as a mark beside the words that say it. */
export const RunMark = ({ tone }: { tone: RunTone }): ReactElement =>
  tone === 'busy' ? <EuiLoadingSpinner size="s" /> : <EuiHealth color={COLOURS[tone]} />;

const COLOURS = {
  good: 'success',
  neutral: 'subdued',
  warning: 'warning',
  danger: 'danger',
} as const;
