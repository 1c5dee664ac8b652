import {
  EuiButton,
  EuiButtonEmpty,
  EuiCheckbox,
  EuiFieldNumber,
  EuiFlexGroup,
  EuiFlexItem,
  EuiFormRow,
  EuiModal,
  EuiModalBody,
  EuiModalFooter,
  EuiModalHeader,
  EuiModalHeaderTitle,
  EuiSelect,
  EuiSpacer,
  EuiTextArea,
  useGeneratedHtmlId,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import type { PresentRule } from '../../common/api/rule_status';
import type { EventSource } from '../../common/event/source_event';
import {
  toExceptionConditions,
  toExceptionQuery,
  type ConditionKind,
} from '../../common/exception/exception_conditions';
import { getRuleDefinition } from '../../common/rule/get_rule_definition';
import { useHost } from '../app/host';
import { QueryBox } from '../rule/query_box';
import { toConditionName } from './condition_name';
import { checkException, EXCEPTION_DAYS, type ExceptionEntry } from './exception_draft';
import { ExceptionPreviewView } from './exception_preview_view';
import { useExceptionControl } from './use_exceptions';

/** What an exception can be made from. */
export interface ExceptedAlert {
  readonly event: EventSource;
  readonly riskScore: number;
}

/** Makes an exception, by hand or from an alert: what it asks for, why, until when, and what it would have hidden. */
export const ExceptionForm = ({
  rule,
  alert,
  onClose,
}: {
  rule: PresentRule;
  alert?: ExceptedAlert;
  onClose: () => void;
}): ReactElement => {
  const { now } = useHost();
  const { add, isBusy } = useExceptionControl(rule.id);
  const isOfTrees = getRuleDefinition(rule.ruleId).unit === 'tree';
  const [entry, setEntry] = useState(() => toFirstEntry(isOfTrees, alert));
  const checked = checkException(entry, now());
  const { draft } = checked;
  const ids = { title: useGeneratedHtmlId(), query: useGeneratedHtmlId() };
  const change = (part: Partial<ExceptionEntry>): void => setEntry({ ...entry, ...part });
  return (
    <EuiModal
      onClose={onClose}
      maxWidth={820}
      style={{ width: 'min(820px, 96vw)' }}
      aria-labelledby={ids.title}
      data-test-subj="webServerRceExceptionForm"
    >
      <EuiModalHeader>
        <EuiModalHeaderTitle>
          <span id={ids.title}>{titleText()}</span>
        </EuiModalHeaderTitle>
      </EuiModalHeader>
      <EuiModalBody>
        {alert && <ConditionChoice event={alert.event} onChange={(query) => change({ query })} />}
        <EuiFormRow
          fullWidth
          id={ids.query}
          label={i18n.translate('webServerRce.exception.query', {
            defaultMessage: 'No alert is raised of events that match',
          })}
          helpText={
            isOfTrees
              ? i18n.translate('webServerRce.exception.queryHelpTree', {
                  defaultMessage:
                    'EQL, asked of the process that the web server started; what that starts in turn is hidden with it, up to the risk below.',
                })
              : i18n.translate('webServerRce.exception.queryHelp', {
                  defaultMessage: 'EQL, asked of each event that the rule finds.',
                })
          }
        >
          <QueryBox
            id={ids.query}
            height={150}
            query={entry.query}
            error={checked.queryError}
            onChange={(query) => change({ query })}
          />
        </EuiFormRow>
        <EuiFormRow fullWidth label={commentLabel()}>
          <EuiTextArea
            fullWidth
            rows={2}
            maxLength={500}
            value={entry.comment}
            onChange={({ target }) => change({ comment: target.value })}
            data-test-subj="webServerRceExceptionComment"
          />
        </EuiFormRow>
        <EuiSpacer size="m" />
        <EuiFlexGroup>
          {isOfTrees && (
            <EuiFlexItem>
              <EuiFormRow
                fullWidth
                label={riskLabel()}
                isInvalid={checked.isRiskWrong}
                error={riskHelp()}
                helpText={checked.isRiskWrong ? undefined : riskHelp()}
              >
                <EuiFieldNumber
                  fullWidth
                  min={0}
                  max={100}
                  value={entry.upToRisk}
                  isInvalid={checked.isRiskWrong}
                  onChange={({ target }) => change({ upToRisk: target.value })}
                  data-test-subj="webServerRceExceptionRisk"
                />
              </EuiFormRow>
            </EuiFlexItem>
          )}
          <EuiFlexItem>
            <EuiFormRow fullWidth label={untilLabel()}>
              <EuiSelect
                fullWidth
                options={EXCEPTION_DAYS.map((days) => ({
                  value: String(days ?? ''),
                  text: toDaysText(days),
                }))}
                value={String(entry.days ?? '')}
                onChange={({ target }) =>
                  change({
                    days: EXCEPTION_DAYS.find((days) => String(days ?? '') === target.value),
                  })
                }
                data-test-subj="webServerRceExceptionDays"
              />
            </EuiFormRow>
          </EuiFlexItem>
        </EuiFlexGroup>
        <EuiSpacer size="m" />
        <ExceptionPreviewView ruleUuid={rule.id} draft={draft} />
      </EuiModalBody>
      <EuiModalFooter>
        <EuiButtonEmpty onClick={onClose}>
          {i18n.translate('webServerRce.exception.cancel', { defaultMessage: 'Cancel' })}
        </EuiButtonEmpty>
        <EuiButton
          fill
          isLoading={isBusy}
          isDisabled={draft === undefined}
          onClick={() => draft && add([draft], onClose)}
          data-test-subj="webServerRceExceptionSave"
        >
          {titleText()}
        </EuiButton>
      </EuiModalFooter>
    </EuiModal>
  );
};

/** An alert's exception asks for everything but the host: the same work is done on others of its kind. */
const FIRST_CHOICE: readonly ConditionKind[] = ['server', 'program', 'command', 'user'];

const toFirstEntry = (isOfTrees: boolean, alert: ExceptedAlert | undefined): ExceptionEntry => ({
  query: alert ? toChosenQuery(alert.event, FIRST_CHOICE) : 'process where ',
  comment: '',
  upToRisk: isOfTrees && alert ? String(alert.riskScore) : '',
  days: undefined,
});

const toChosenQuery = (event: EventSource, chosen: readonly ConditionKind[]): string =>
  toExceptionQuery(
    event,
    toExceptionConditions(event).filter(({ kind }) => chosen.includes(kind))
  );

/** Which facts of the alert the exception asks for. Choosing writes the query anew. */
const ConditionChoice = ({
  event,
  onChange,
}: {
  event: EventSource;
  onChange: (query: string) => void;
}): ReactElement => {
  const [chosen, setChosen] = useState(FIRST_CHOICE);
  const id = useGeneratedHtmlId({ prefix: 'condition' });
  const choose = (kind: ConditionKind, isChosen: boolean): void => {
    const next = isChosen ? [...chosen, kind] : chosen.filter((one) => one !== kind);
    setChosen(next);
    onChange(toChosenQuery(event, next));
  };
  return (
    <EuiFormRow
      fullWidth
      label={i18n.translate('webServerRce.exception.conditions', {
        defaultMessage: 'Like this alert in',
      })}
    >
      <EuiFlexGroup gutterSize="m" wrap responsive={false}>
        {toExceptionConditions(event).map(({ kind }) => (
          <EuiFlexItem key={kind} grow={false}>
            <EuiCheckbox
              id={`${id}-${kind}`}
              label={toConditionName(kind)}
              checked={chosen.includes(kind)}
              onChange={({ target }) => choose(kind, target.checked)}
              data-test-subj={`webServerRceCondition-${kind}`}
            />
          </EuiFlexItem>
        ))}
      </EuiFlexGroup>
    </EuiFormRow>
  );
};

const titleText = (): string =>
  i18n.translate('webServerRce.exception.add', { defaultMessage: 'Add exception' });
const commentLabel = (): string =>
  i18n.translate('webServerRce.exception.comment', {
    defaultMessage: 'Why, for whoever finds this later',
  });
const riskLabel = (): string =>
  i18n.translate('webServerRce.exception.upToRisk', { defaultMessage: 'Up to risk' });
const riskHelp = (): string =>
  i18n.translate('webServerRce.exception.upToRiskHelp', {
    defaultMessage:
      '0 to 100: what is graded higher raises an alert nevertheless. Empty: nothing does.',
  });
const untilLabel = (): string =>
  i18n.translate('webServerRce.exception.until', { defaultMessage: 'Holds' });
const toDaysText = (days: ExceptionEntry['days']): string =>
  days === undefined
    ? i18n.translate('webServerRce.exception.always', {
        defaultMessage: 'Until it is removed',
      })
    : i18n.translate('webServerRce.exception.forDays', {
        defaultMessage: '{days, plural, one {For # day} other {For # days}}',
        values: { days },
      });
