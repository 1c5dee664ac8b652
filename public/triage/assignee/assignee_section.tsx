import { EuiButtonEmpty, EuiFlexGroup, EuiFlexItem, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { Alert } from '../../../common/alert/alert';
import { useHost } from '../../app/host';
import { Section } from '../../flyout/section';
import { VisibleText } from '../../text/visible_text';
import { useChangeTriage, useTriage } from '../use_triage';
import { AssignToOtherButton } from './assign_to_other_button';
import { AssigneeAvatar } from './assignee_avatar';
import { toPersonText } from './to_person_text';
import { usePeople } from './use_people';

/** Whose work the alert is: taken on or over, given to another, given back. Nothing where the host tells no users apart. */
export const AssigneeSection = ({ alert }: { alert: Alert }): ReactElement | null => {
  const { mayWrite } = useHost();
  const people = usePeople();
  const { data: triage } = useTriage(alert.id);
  if (people === undefined || triage === undefined) return null;
  const { me } = people;
  const { assignee } = triage;
  return (
    <>
      <Section
        title={i18n.translate('webServerRce.assignee.title', { defaultMessage: 'Assigned to' })}
      >
        <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} wrap>
          {assignee !== undefined && (
            <EuiFlexItem grow={false}>
              <AssigneeAvatar name={assignee} />
            </EuiFlexItem>
          )}
          <EuiFlexItem style={{ minWidth: 120 }}>
            <EuiText size="s" data-test-subj="webServerRceAssignee">
              {assignee === undefined ? (
                i18n.translate('webServerRce.assignee.nobody', { defaultMessage: 'Nobody' })
              ) : (
                <VisibleText text={toPersonText(assignee, me)} />
              )}
            </EuiText>
          </EuiFlexItem>
          {mayWrite && <Choice alert={alert} assignee={assignee} me={me} others={people.others} />}
        </EuiFlexGroup>
      </Section>
      <EuiSpacer size="m" />
    </>
  );
};

const Choice = ({
  alert,
  assignee,
  me,
  others,
}: {
  alert: Alert;
  assignee: string | undefined;
  me: string;
  others: readonly string[];
}): ReactElement => {
  const { change, isChanging } = useChangeTriage(alert);
  const give = (name: string | null): void => change({ kind: 'assignee', assignee: name });
  const rest = others.filter((name) => name !== assignee);
  return (
    <>
      {assignee !== me && (
        <EuiFlexItem grow={false}>
          <EuiButtonEmpty
            size="s"
            iconType="user"
            isLoading={isChanging}
            onClick={() => give(me)}
            data-test-subj="webServerRceAssignToMe"
          >
            {assignee === undefined
              ? i18n.translate('webServerRce.assignee.take', { defaultMessage: 'Assign to me' })
              : i18n.translate('webServerRce.assignee.takeOver', { defaultMessage: 'Take over' })}
          </EuiButtonEmpty>
        </EuiFlexItem>
      )}
      {assignee !== undefined && (
        <EuiFlexItem grow={false}>
          <EuiButtonEmpty
            size="s"
            isLoading={isChanging}
            onClick={() => give(null)}
            data-test-subj="webServerRceUnassign"
          >
            {i18n.translate('webServerRce.assignee.giveBack', { defaultMessage: 'Unassign' })}
          </EuiButtonEmpty>
        </EuiFlexItem>
      )}
      {rest.length > 0 && (
        <EuiFlexItem grow={false}>
          <AssignToOtherButton names={rest} isDisabled={isChanging} onChoose={give} />
        </EuiFlexItem>
      )}
    </>
  );
};
