import {
  EuiFormRow,
  EuiRadioGroup,
  EuiSpacer,
  EuiTextArea,
  useGeneratedHtmlId,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { VERDICTS, type VerdictChange } from '../../../common/triage/triage_change';
import { toVerdictText } from '../to_verdict_text';

/** As much as the server takes. */
const LONGEST_COMMENT = 4000;

/** What an alert was, and why one says so. */
export const VerdictFields = ({
  given,
  onChange,
}: {
  given: VerdictChange;
  onChange: (given: VerdictChange) => void;
}): ReactElement => {
  const id = useGeneratedHtmlId({ prefix: 'verdict' });
  return (
    <>
      <EuiRadioGroup
        options={VERDICTS.map((one) => ({ id: `${id}-${one}`, label: toVerdictText(one) }))}
        idSelected={`${id}-${given.verdict}`}
        onChange={(chosen) =>
          onChange({
            ...given,
            verdict: VERDICTS.find((one) => chosen === `${id}-${one}`) ?? given.verdict,
          })
        }
        legend={{
          children: i18n.translate('webServerRce.verdict.label', { defaultMessage: 'Verdict' }),
          display: 'hidden',
        }}
      />
      <EuiSpacer size="s" />
      <EuiFormRow
        label={i18n.translate('webServerRce.verdict.comment', { defaultMessage: 'Comment' })}
      >
        <EuiTextArea
          rows={3}
          maxLength={LONGEST_COMMENT}
          value={given.comment}
          onChange={({ target }) => onChange({ ...given, comment: target.value })}
          data-test-subj="webServerRceVerdictComment"
        />
      </EuiFormRow>
    </>
  );
};
