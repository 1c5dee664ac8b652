import { EuiFlexGroup, EuiFlexItem, EuiIcon, EuiPanel, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { EventSource } from '../../../common/event/source_event';
import { VisibleText } from '../../text/visible_text';
import { toEvidenceText } from '../../story/to_evidence_text';
import { CommandBlock } from './command_block';
import { toProcessChain, type ChainProcess } from './to_process_chain';
import { ChevronDown } from '../../icons/chevron_down';

/** Who started whom: oldest ancestor that the event names first, the process of the alert last. */
export const ProcessChain = ({ event }: { event: EventSource }): ReactElement => (
  <div data-test-subj="webServerRceProcessChain">
    {toProcessChain(event).map((process, index) => (
      <div key={process.role}>
        {index > 0 && (
          <div style={{ paddingLeft: 20 }}>
            <EuiIcon type={ChevronDown} color="subdued" aria-hidden />
          </div>
        )}
        <ProcessPanel process={process} />
      </div>
    ))}
  </div>
);

const ProcessPanel = ({ process }: { process: ChainProcess }): ReactElement => (
  <EuiPanel
    hasBorder
    hasShadow={false}
    paddingSize="s"
    color={process.role === 'process' ? 'danger' : 'plain'}
  >
    <EuiFlexGroup gutterSize="s" alignItems="baseline" responsive={false} wrap>
      <EuiFlexItem grow={false}>
        <EuiText size="s">
          <strong>
            <VisibleText text={process.name} />
          </strong>
        </EuiText>
      </EuiFlexItem>
      <EuiFlexItem grow={false} style={{ maxWidth: '100%' }}>
        <EuiText size="xs" color="subdued" style={{ overflowWrap: 'anywhere' }}>
          <VisibleText text={toFacts(process)} />
        </EuiText>
      </EuiFlexItem>
    </EuiFlexGroup>
    {process.guess !== undefined && (
      <EuiText size="xs" data-test-subj="webServerRceParentGuess">
        <EuiIcon type="help" size="s" aria-hidden />{' '}
        {i18n.translate('webServerRce.chain.guess', {
          defaultMessage:
            'A guess: the audit log does not show this process start. Inferred from {evidence}.',
          values: { evidence: toEvidenceText(process.guess) },
        })}
      </EuiText>
    )}
    {process.isDeleted && (
      <EuiText size="xs">
        {i18n.translate('webServerRce.chain.deleted', {
          defaultMessage: 'Its program file was replaced or deleted while it ran.',
        })}
      </EuiText>
    )}
    {process.command !== undefined && (
      <>
        <EuiSpacer size="xs" />
        <CommandBlock command={process.command} args={process.args} />
      </>
    )}
  </EuiPanel>
);

const toFacts = ({ executable, pid, user, workingDirectory }: ChainProcess): string =>
  [
    executable,
    pid === undefined ? undefined : `pid ${pid}`,
    user === undefined
      ? undefined
      : i18n.translate('webServerRce.chain.user', {
          defaultMessage: 'user {user}',
          values: { user },
        }),
    workingDirectory === undefined
      ? undefined
      : i18n.translate('webServerRce.chain.directory', {
          defaultMessage: 'in {directory}',
          values: { directory: workingDirectory },
        }),
  ]
    .filter((fact) => fact !== undefined)
    .join(' · ');
