import { EuiFlexGroup, EuiFlexItem, EuiLink, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { Alert } from '../../common/alert/alert';
import { useHost } from '../app/host';
import { Section } from '../flyout/section';
import { useCaseReport } from '../report/use_case_report';
import { Problem } from '../text/problem';
import { VisibleText } from '../text/visible_text';
import type { CaseAccess } from './case_access';
import { ExistingCaseButton } from './existing_case_button';
import { NewCaseButton } from './new_case_button';
import { useAddToCase, useCasesOfAlert } from './use_cases';

/** The cases an alert is in and the ways into more; nothing without Kibana's cases or the right to add to them. */
export const CaseSection = ({ alert }: { alert: Alert }): ReactElement | null => {
  const { caseAccess } = useHost();
  if (caseAccess === undefined || alert.storedIn === undefined) return null;
  return (
    <Section title={i18n.translate('webServerRce.case.title', { defaultMessage: 'Cases' })}>
      <CasesOfAlert access={caseAccess} alertId={alert.id} />
      <EuiSpacer size="s" />
      <AddButtons access={caseAccess} alert={alert} index={alert.storedIn} />
    </Section>
  );
};

const CasesOfAlert = ({
  access,
  alertId,
}: {
  access: CaseAccess;
  alertId: string;
}): ReactElement => {
  const cases = useCasesOfAlert(access, alertId);
  if (cases.isError) {
    return (
      <Problem
        title={i18n.translate('webServerRce.case.notRead', {
          defaultMessage: 'The cases of this alert could not be read',
        })}
        error={cases.error}
        onRetry={() => void cases.refetch()}
      />
    );
  }
  return (
    <EuiText size="s" data-test-subj="webServerRceCasesOfAlert">
      {cases.data?.length === 0 && (
        <p>
          {i18n.translate('webServerRce.case.none', {
            defaultMessage: 'This alert is in no case yet.',
          })}
        </p>
      )}
      <ul>
        {cases.data?.map(({ id, title }) => (
          <li key={id}>
            <EuiLink href={access.toCaseUrl(id)} target="_blank">
              <VisibleText text={title} />
            </EuiLink>
          </li>
        ))}
      </ul>
    </EuiText>
  );
};

const AddButtons = ({
  access,
  alert,
  index,
}: {
  access: CaseAccess;
  alert: Alert;
  index: string;
}): ReactElement => {
  const getReport = useCaseReport(alert);
  const { add, isAdding } = useAddToCase(access, { alert, index, getReport });
  const isBusy = getReport === undefined || isAdding;
  return (
    <EuiFlexGroup gutterSize="s" responsive={false} wrap>
      {access.mayCreate && (
        <EuiFlexItem grow={false}>
          <NewCaseButton alert={alert} isBusy={isBusy} onCreate={(newTitle) => add({ newTitle })} />
        </EuiFlexItem>
      )}
      <EuiFlexItem grow={false}>
        <ExistingCaseButton access={access} isBusy={isBusy} onPick={add} />
      </EuiFlexItem>
    </EuiFlexGroup>
  );
};
