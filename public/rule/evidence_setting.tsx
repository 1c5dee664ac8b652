import { EuiFormRow, EuiSwitch } from '@elastic/eui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { PresentRule } from '../../common/api/rule_status';
import { getRuleEvidence, setRuleEvidence } from '../../common/api/rule_evidence';
import { toApiError } from '../api/api_error';
import { callEndpoint } from '../api/call_endpoint';
import { useHost } from '../app/host';

/** Whether the rule asks the host at once when it raises an alert. Holds as soon as it is switched: it is no part of the form. */
export const EvidenceSetting = ({ rule }: { rule: PresentRule }): ReactElement | null => {
  const { http } = useHost();
  const queryClient = useQueryClient();
  const params = { id: rule.id };
  const queryKey = ['ruleEvidence', rule.id];
  const { data, error: readError } = useQuery({
    queryKey,
    queryFn: ({ signal }) => callEndpoint(http, getRuleEvidence, { params, signal }),
  });
  const { mutate, isLoading, error } = useMutation({
    mutationFn: (isOn: boolean) => callEndpoint(http, setRuleEvidence, { params, body: { isOn } }),
    onSuccess: (evidence) => queryClient.setQueryData(queryKey, evidence),
  });
  const problem = error ?? readError;
  return (
    <EuiFormRow
      fullWidth
      hasChildLabel={false}
      helpText={data?.maySwitchOn === false ? notAllowedText() : helpText()}
      isInvalid={problem !== null}
      error={problem === null ? undefined : toApiError(problem).message}
    >
      <EuiSwitch
        label={i18n.translate('webServerRce.settings.evidence', {
          defaultMessage: 'Take evidence on the host when an alert is raised',
        })}
        checked={data?.isOn === true}
        disabled={data === undefined || isLoading || (!data.isOn && !data.maySwitchOn)}
        onChange={(event) => mutate(event.target.checked)}
        data-test-subj="webServerRceSetting-evidence"
      />
    </EuiFormRow>
  );
};

const helpText = (): string =>
  i18n.translate('webServerRce.settings.evidenceHelp', {
    defaultMessage:
      'The guide’s queries run at once, each at most once per host and minute, and their rows stay with the alert. In Kibana this needs a Platinum licence. The switch holds at once.',
  });

const notAllowedText = (): string =>
  i18n.translate('webServerRce.settings.evidenceNotAllowed', {
    defaultMessage:
      'This lets the rule run queries on hosts, so only somebody with the Osquery privilege “Live queries” may switch it on.',
  });
