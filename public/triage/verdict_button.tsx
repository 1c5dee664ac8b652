import {
  EuiButton,
  EuiFormRow,
  EuiPopover,
  EuiPopoverTitle,
  EuiRadioGroup,
  EuiSpacer,
  EuiTextArea,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import { VERDICTS, type Verdict } from '../../common/triage/triage_change';
import { useHost } from '../app/host';
import { toVerdictText } from './to_verdict_text';
import { useChangeTriage } from './use_triage';

/** As much as the server takes. */
const LONGEST_COMMENT = 4000;

/** Says what an alert was, in one step with closing it. */
export const VerdictButton = ({ alertId }: { alertId: string }): ReactElement => {
  const { notify } = useHost();
  const { change, isChanging } = useChangeTriage(alertId);
  const [isOpen, setOpen] = useState(false);
  const [verdict, setVerdict] = useState<Verdict>('true_positive');
  const [comment, setComment] = useState('');
  const save = (): void =>
    change({ kind: 'verdict', verdict, comment: comment.trim() }, () => {
      setOpen(false);
      setComment('');
      notify({
        tone: 'success',
        title: i18n.translate('webServerRce.verdict.saved', {
          defaultMessage: 'Closed as: {verdict}',
          values: { verdict: toVerdictText(verdict) },
        }),
        action: {
          label: i18n.translate('webServerRce.verdict.undo', { defaultMessage: 'Undo' }),
          run: () => change({ kind: 'verdict_withdrawn' }),
        },
      });
    });
  return (
    <EuiPopover
      isOpen={isOpen}
      closePopover={() => setOpen(false)}
      anchorPosition="upRight"
      panelStyle={{ width: 320 }}
      button={
        <EuiButton
          size="s"
          fill
          iconType="check"
          onClick={() => setOpen(!isOpen)}
          data-test-subj="webServerRceVerdict"
        >
          {verdictLabel()}
        </EuiButton>
      }
    >
      <EuiPopoverTitle>{verdictLabel()}</EuiPopoverTitle>
      <EuiRadioGroup
        options={VERDICTS.map((one) => ({ id: `verdict-${one}`, label: toVerdictText(one) }))}
        idSelected={`verdict-${verdict}`}
        onChange={(id) => setVerdict(VERDICTS.find((one) => id === `verdict-${one}`) ?? verdict)}
        legend={{ children: verdictLabel(), display: 'hidden' }}
      />
      <EuiSpacer size="s" />
      <EuiFormRow
        label={i18n.translate('webServerRce.verdict.comment', { defaultMessage: 'Comment' })}
      >
        <EuiTextArea
          rows={3}
          maxLength={LONGEST_COMMENT}
          value={comment}
          onChange={({ target }) => setComment(target.value)}
          data-test-subj="webServerRceVerdictComment"
        />
      </EuiFormRow>
      <EuiSpacer size="s" />
      <EuiButton
        size="s"
        fill
        isLoading={isChanging}
        onClick={save}
        data-test-subj="webServerRceVerdictSave"
      >
        {i18n.translate('webServerRce.verdict.save', {
          defaultMessage: 'Save and close the alert',
        })}
      </EuiButton>
    </EuiPopover>
  );
};

const verdictLabel = (): string =>
  i18n.translate('webServerRce.verdict.label', { defaultMessage: 'Verdict' });
