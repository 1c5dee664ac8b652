import { i18n } from '@kbn/i18n';
import type { Verdict } from '../../common/triage/triage_change';

export const toVerdictText = (verdict: Verdict): string => {
  switch (verdict) {
    case 'true_positive':
      return i18n.translate('webServerRce.verdict.truePositive', {
        defaultMessage: 'True positive',
      });
    case 'benign':
      return i18n.translate('webServerRce.verdict.benign', { defaultMessage: 'Benign' });
    case 'false_positive':
      return i18n.translate('webServerRce.verdict.falsePositive', {
        defaultMessage: 'False positive',
      });
    case 'duplicate':
      return i18n.translate('webServerRce.verdict.duplicate', { defaultMessage: 'Duplicate' });
  }
};
