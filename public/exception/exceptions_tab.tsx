import {
  EuiButton,
  EuiConfirmModal,
  EuiEmptyPrompt,
  EuiFlexGroup,
  EuiFlexItem,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import type { PresentRule } from '../../common/api/rule_status';
import type { RuleException } from '../../common/exception/exception';
import { useHost } from '../app/host';
import { useRunHistory } from '../runs/use_run_history';
import { ExceptionFileButtons } from './exception_file_buttons';
import { ExceptionForm } from './exception_form';
import { ExceptionTable } from './exception_table';
import { useExceptionControl } from './use_exceptions';

/** The exceptions of a rule, what each has hidden, and how to make and take them. */
export const ExceptionsTab = ({ rule }: { rule: PresentRule }): ReactElement => {
  const { mayWrite } = useHost();
  const { add, remove, isBusy } = useExceptionControl(rule.id);
  const history = useRunHistory(rule.id);
  const [isAdding, setAdding] = useState(false);
  const [removed, setRemoved] = useState<RuleException>();
  const exceptions = rule.params.exceptions ?? [];
  return (
    <div data-test-subj="webServerRceExceptions">
      <EuiText size="s">
        <p>
          {i18n.translate('webServerRce.exceptions.intro', {
            defaultMessage:
              'An exception keeps known work from raising alerts. It is asked after the search, so the rule’s query stays as it is, and what it hides is counted.',
          })}
        </p>
      </EuiText>
      <EuiSpacer size="m" />
      <EuiFlexGroup gutterSize="s" responsive={false} wrap>
        {mayWrite && (
          <EuiFlexItem grow={false}>
            <EuiButton
              size="s"
              fill
              iconType="plus"
              onClick={() => setAdding(true)}
              data-test-subj="webServerRceNewException"
            >
              {i18n.translate('webServerRce.exceptions.add', { defaultMessage: 'Add exception' })}
            </EuiButton>
          </EuiFlexItem>
        )}
        <ExceptionFileButtons rule={rule} onImport={add} isBusy={isBusy} />
      </EuiFlexGroup>
      <EuiSpacer size="m" />
      {exceptions.length === 0 ? (
        <EuiEmptyPrompt
          iconType="bellSlash"
          title={
            <h2>
              {i18n.translate('webServerRce.exceptions.none', {
                defaultMessage: 'This rule has no exceptions',
              })}
            </h2>
          }
        />
      ) : (
        <ExceptionTable
          exceptions={exceptions}
          hidden={history.data?.hidden}
          {...(mayWrite && { onRemove: setRemoved })}
        />
      )}
      {isAdding && <ExceptionForm rule={rule} onClose={() => setAdding(false)} />}
      {removed && (
        <EuiConfirmModal
          title={i18n.translate('webServerRce.exceptions.removeTitle', {
            defaultMessage: 'Remove this exception?',
          })}
          aria-label={removeText()}
          onCancel={() => setRemoved(undefined)}
          onConfirm={() => {
            remove(removed.id);
            setRemoved(undefined);
          }}
          cancelButtonText={i18n.translate('webServerRce.exceptions.keep', {
            defaultMessage: 'Keep it',
          })}
          confirmButtonText={removeText()}
          buttonColor="danger"
        >
          {i18n.translate('webServerRce.exceptions.removeBody', {
            defaultMessage: 'What it has hidden raises alerts again when it comes again.',
          })}
        </EuiConfirmModal>
      )}
    </div>
  );
};

const removeText = (): string =>
  i18n.translate('webServerRce.exceptions.remove', { defaultMessage: 'Remove' });
