import {
  EuiCallOut,
  EuiPageTemplate,
  EuiSkeletonText,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useEffect, type ReactElement } from 'react';
import { useHistory } from 'react-router-dom';
import type { Readiness } from '../../common/api/get_readiness';
import type { ReadinessCheck } from '../../common/readiness/readiness';
import { toPageTitle } from '../alerts/page_title';
import { useHost } from '../app/host';
import { Problem } from '../text/problem';
import { useTimeFormat } from '../text/use_time_format';
import { VisibleText } from '../text/visible_text';
import { CheckRow } from './check_row';
import { toReadinessTitle } from './readiness_title';
import { SetupSteps } from './setup_steps';
import { useReadiness } from './use_readiness';

/** Whether attacks would be found: each condition with its state and, where it is not in order, the fix. */
export const ReadinessPage = (): ReactElement => {
  const { showPlace } = useHost();
  const history = useHistory();
  const readiness = useReadiness();
  useEffect(
    () =>
      showPlace([
        { text: toPageTitle(), open: () => history.push('/') },
        { text: toReadinessTitle() },
      ]),
    [showPlace, history]
  );
  return (
    <EuiPageTemplate restrictWidth={false} grow paddingSize="l" offset={0}>
      <EuiPageTemplate.Header pageTitle={toReadinessTitle()} paddingSize="m" />
      <EuiPageTemplate.Section paddingSize="m" data-test-subj="webServerRceReadiness">
        {readiness.data ? (
          <Content readiness={readiness.data} />
        ) : readiness.isError ? (
          <Problem
            title={i18n.translate('webServerRce.readiness.notRead', {
              defaultMessage: 'What is in order could not be found out',
            })}
            error={readiness.error}
            onRetry={() => void readiness.refetch()}
          />
        ) : (
          <EuiSkeletonText lines={10} />
        )}
      </EuiPageTemplate.Section>
    </EuiPageTemplate>
  );
};

const Content = ({ readiness: { checks, hosts } }: { readiness: Readiness }): ReactElement => {
  const time = useTimeFormat();
  return (
    <>
      <Verdict checks={checks} />
      <EuiSpacer size="m" />
      <div role="list">
        {checks.map((check) => (
          <CheckRow key={check.id} check={check} />
        ))}
      </div>
      {hosts.length > 0 && (
        <>
          <EuiSpacer size="l" />
          <EuiTitle size="s">
            <h2>
              {i18n.translate('webServerRce.readiness.hosts', {
                defaultMessage: 'Newest event of each host',
              })}
            </h2>
          </EuiTitle>
          <EuiText size="s" data-test-subj="webServerRceReadinessHosts">
            <ul>
              {hosts.map(({ name, newest }) => (
                <li key={name}>
                  <VisibleText text={name} /> · {time.relative(newest)} · {time.full(newest)}
                </li>
              ))}
            </ul>
          </EuiText>
        </>
      )}
      <EuiSpacer size="l" />
      <SetupSteps checks={checks} />
    </>
  );
};

/** The worst of all, in one sentence. */
const Verdict = ({ checks }: { checks: readonly ReadinessCheck[] }): ReactElement => {
  const has = (state: ReadinessCheck['state']): boolean =>
    checks.some((check) => check.state === state);
  if (has('bad')) {
    return (
      <EuiCallOut
        color="danger"
        iconType="error"
        title={i18n.translate('webServerRce.readiness.allBad', {
          defaultMessage: 'Attacks are missed: something is not in order',
        })}
      />
    );
  }
  return has('doubtful') || has('unknown') ? (
    <EuiCallOut
      color="warning"
      iconType="warning"
      title={i18n.translate('webServerRce.readiness.allDoubtful', {
        defaultMessage: 'Attacks are found, perhaps not all: look at what is not green',
      })}
    />
  ) : (
    <EuiCallOut
      color="success"
      iconType="check"
      title={i18n.translate('webServerRce.readiness.allGood', {
        defaultMessage: 'All that can be checked is in order',
      })}
    />
  );
};
