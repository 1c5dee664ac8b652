import {
  EuiButton,
  EuiCheckbox,
  EuiPopover,
  EuiPopoverTitle,
  EuiSpacer,
  useGeneratedHtmlId,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useMemo, useState, type ReactElement } from 'react';
import type { Alert } from '../../common/alert/alert';
import type { AlertFilter } from '../../common/api/find_alerts';
import { toIntruderFilter } from '../../common/triage/to_intruder_filter';
import type { VerdictChange } from '../../common/triage/triage_change';
import { VisibleText } from '../text/visible_text';
import { useGiveVerdict } from './use_give_verdict';
import { useIntruderCount } from './use_intruder_count';
import { VerdictFields } from './verdict/verdict_fields';

const FIRST: VerdictChange = { kind: 'verdict', verdict: 'true_positive', comment: '' };

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
  const [given, setGiven] = useState(FIRST);
  const [wantsOthers, setWantsOthers] = useState(false);
  const [wantsException, setWantsException] = useState(false);
  const filter = useMemo(() => toIntruderFilter(alert), [alert]);
  const otherCount = useIntruderCount(alert, filter, isOpen);
  const checkboxId = useGeneratedHtmlId({ prefix: 'verdict' });
  const offersException = given.verdict === 'false_positive' && onException !== undefined;
  const save = (): void =>
    give(
      {
        verdict: { ...given, comment: given.comment.trim() },
        others: wantsOthers && otherCount > 0 ? filter : undefined,
      },
      () => {
        setOpen(false);
        setGiven((known) => ({ ...known, comment: '' }));
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
      <VerdictFields given={given} onChange={setGiven} />
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
const toOthersLabel = (count: number, { hosts, servers, sources }: AlertFilter): string =>
  sources.length > 0
    ? i18n.translate('webServerRce.verdict.othersOfSource', {
        defaultMessage:
          'and {count, plural, one {# more open alert} other {# more open alerts}} from {source} or without a certain source: {server} on {host} within 15 minutes',
        values: { count, source: sources[0] ?? '', server: servers.join(), host: hosts.join() },
      })
    : i18n.translate('webServerRce.verdict.others', {
        defaultMessage:
          'and {count, plural, one {# more open alert} other {# more open alerts}} of the same intruder: {server} on {host} within 15 minutes',
        values: { count, server: servers.join(), host: hosts.join() },
      });
