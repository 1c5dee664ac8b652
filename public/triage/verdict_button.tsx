import {
  EuiButton,
  EuiCheckbox,
  EuiFormRow,
  EuiPopover,
  EuiPopoverTitle,
  EuiRadioGroup,
  EuiSpacer,
  EuiTextArea,
  useGeneratedHtmlId,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useMemo, useState, type ReactElement } from 'react';
import type { Alert } from '../../common/alert/alert';
import type { AlertFilter } from '../../common/api/find_alerts';
import { toIntruderFilter } from '../../common/triage/to_intruder_filter';
import { VERDICTS, type Verdict } from '../../common/triage/triage_change';
import { VisibleText } from '../text/visible_text';
import { toVerdictText } from './to_verdict_text';
import { useGiveVerdict } from './use_give_verdict';
import { useIntruderCount } from './use_intruder_count';

/** As much as the server takes. */
const LONGEST_COMMENT = 4000;

/** Says what an alert was, in one step with closing it, and where wanted all that is open of the same intruder. */
export const VerdictButton = ({
  alert,
  onException,
}: {
  alert: Alert;
  /** The verdict is saved, and what raised the alert shall be excepted. Undefined where no exception can be made. */
  onException: (() => void) | undefined;
}): ReactElement => {
  const { give, isGiving } = useGiveVerdict(alert);
  const [isOpen, setOpen] = useState(false);
  const [verdict, setVerdict] = useState<Verdict>('true_positive');
  const [comment, setComment] = useState('');
  const [wantsOthers, setWantsOthers] = useState(false);
  const [wantsException, setWantsException] = useState(false);
  const filter = useMemo(() => toIntruderFilter(alert), [alert]);
  const otherCount = useIntruderCount(alert, filter, isOpen);
  const checkboxId = useGeneratedHtmlId({ prefix: 'verdict' });
  const offersException = verdict === 'false_positive' && onException !== undefined;
  const save = (): void =>
    give(
      {
        verdict: { kind: 'verdict', verdict, comment: comment.trim() },
        others: wantsOthers && otherCount > 0 ? filter : undefined,
      },
      () => {
        setOpen(false);
        setComment('');
        if (offersException && wantsException) onException();
      }
    );
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
      {otherCount > 0 && filter !== undefined && (
        <>
          <EuiSpacer size="s" />
          <EuiCheckbox
            id={`${checkboxId}-others`}
            checked={wantsOthers}
            onChange={({ target }) => setWantsOthers(target.checked)}
            label={<VisibleText text={toOthersLabel(otherCount, filter)} />}
            data-test-subj="webServerRceVerdictOthers"
          />
        </>
      )}
      {offersException && (
        <>
          <EuiSpacer size="s" />
          <EuiCheckbox
            id={`${checkboxId}-exception`}
            checked={wantsException}
            onChange={({ target }) => setWantsException(target.checked)}
            label={i18n.translate('webServerRce.verdict.exception', {
              defaultMessage: 'Then add an exception for this',
            })}
            data-test-subj="webServerRceVerdictException"
          />
        </>
      )}
      <EuiSpacer size="m" />
      <EuiButton
        size="s"
        fill
        isLoading={isGiving}
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

/** The alerts stand near in time, so naming server and host says which they are. */
const toOthersLabel = (count: number, { hosts, servers }: AlertFilter): string =>
  i18n.translate('webServerRce.verdict.others', {
    defaultMessage:
      'and {count, plural, one {# more open alert} other {# more open alerts}} of the same intruder: {server} on {host} within 15 minutes',
    values: { count, server: servers.join(), host: hosts.join() },
  });
