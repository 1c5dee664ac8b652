import {
  EuiButtonIcon,
  EuiCheckbox,
  EuiFlexGroup,
  EuiFlexItem,
  EuiSpacer,
  EuiText,
  EuiToolTip,
  useGeneratedHtmlId,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement, type ReactNode } from 'react';
import type { StepState } from '../../common/triage/triage';
import { useHost } from '../app/host';
import { useTimeFormat } from '../text/use_time_format';
import { VisibleText } from '../text/visible_text';
import { StepNote } from './step_note';
import { useChangeTriage, useTriage } from './use_triage';

const INDENT = 24;

/** One step of the work: to tick and to note something at, with who did so and when; below it what helps to do it. */
export const StepRow = ({
  alertId,
  step,
  depth = 0,
  label,
  children,
}: {
  alertId: string;
  /** Id under which the triage keeps it. */
  step: string;
  depth?: number;
  label: ReactNode;
  children?: ReactNode;
}): ReactElement => {
  const { mayWrite } = useHost();
  const { data: triage } = useTriage(alertId);
  const { change, isChanging } = useChangeTriage({ id: alertId });
  const [isNoting, setNoting] = useState(false);
  const checkboxId = useGeneratedHtmlId({ prefix: 'step' });
  const labelId = `${checkboxId}-label`;
  const state = triage?.steps[step];
  const { isDone = false, note = '' } = state ?? {};
  const noteLabel = i18n.translate('webServerRce.step.note', { defaultMessage: 'Note' });
  return (
    <div style={{ paddingLeft: depth * INDENT }} data-test-subj={`webServerRceStep-${step}`}>
      <EuiFlexGroup gutterSize="s" alignItems="flexStart" responsive={false}>
        <EuiFlexItem grow={false} style={{ paddingTop: 2 }}>
          <EuiCheckbox
            id={checkboxId}
            aria-labelledby={labelId}
            checked={isDone}
            disabled={!mayWrite || triage === undefined}
            onChange={({ target }) => change({ kind: 'step', step, isDone: target.checked, note })}
          />
        </EuiFlexItem>
        <EuiFlexItem style={{ minWidth: 0 }}>
          <div id={labelId} style={{ overflowWrap: 'anywhere' }}>
            {label}
          </div>
          {state !== undefined && <StateLine state={state} />}
        </EuiFlexItem>
        {mayWrite && (
          <EuiFlexItem grow={false}>
            <EuiToolTip content={noteLabel}>
              <EuiButtonIcon
                size="xs"
                color="text"
                iconType="pencil"
                aria-label={noteLabel}
                aria-describedby={labelId}
                aria-expanded={isNoting}
                onClick={() => setNoting(!isNoting)}
              />
            </EuiToolTip>
          </EuiFlexItem>
        )}
      </EuiFlexGroup>
      <div style={{ paddingLeft: INDENT }}>
        {isNoting && (
          <StepNote
            note={note}
            isSaving={isChanging}
            onSave={(text) =>
              change({ kind: 'step', step, isDone, note: text }, () => setNoting(false))
            }
            onCancel={() => setNoting(false)}
          />
        )}
        {children}
      </div>
      <EuiSpacer size="s" />
    </div>
  );
};

const StateLine = ({ state: { isDone, note, by, at } }: { state: StepState }): ReactElement => {
  const time = useTimeFormat();
  const done = isDone
    ? i18n.translate('webServerRce.step.done', { defaultMessage: 'Done' })
    : i18n.translate('webServerRce.step.open', { defaultMessage: 'Not done' });
  const facts = [done, by, time.full(at), note].filter((fact) => fact !== undefined && fact !== '');
  return (
    <EuiText
      size="xs"
      color="subdued"
      style={{ overflowWrap: 'anywhere' }}
      data-test-subj="webServerRceStepState"
    >
      <VisibleText text={facts.join(' · ')} />
    </EuiText>
  );
};
