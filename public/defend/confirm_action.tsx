import {
  EuiCallOut,
  EuiConfirmModal,
  EuiFormRow,
  EuiSelect,
  EuiSpacer,
  EuiText,
  EuiTextArea,
  useGeneratedHtmlId,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import { shorten } from '../../common/alert/shorten';
import { toVisible } from '../text/split_hidden';
import type { NamedTarget } from './to_kill_targets';
import type { ConfirmedAction, SendAction } from './use_response_actions';

const LONGEST_COMMENT = 2000;
/** As much of a command as a choice shows. */
const LONGEST_COMMAND = 100;

/** Asks once, by host and process, before something is done to a host. */
export const ConfirmAction = ({
  hostName,
  targets,
  comment: firstComment,
  action,
  onClose,
}: {
  hostName: string;
  /** To be killed, one of them; undefined: the host is cut off. */
  targets: readonly NamedTarget[] | undefined;
  comment: string;
  action: SendAction;
  onClose: () => void;
}): ReactElement => {
  const titleId = useGeneratedHtmlId({ prefix: 'confirmAction' });
  const [place, setPlace] = useState(0);
  const [comment, setComment] = useState(firstComment);
  const target = targets?.[place];
  const confirmed: ConfirmedAction = { target, comment: comment.trim() };
  const host = toVisible(hostName);
  const pid = target?.pid ?? 0;
  return (
    <EuiConfirmModal
      aria-labelledby={titleId}
      titleProps={{ id: titleId }}
      title={targets === undefined ? toIsolateTitle(host) : toKillTitle(host, pid)}
      buttonColor="danger"
      confirmButtonText={targets === undefined ? toIsolateName() : toKillName()}
      cancelButtonText={i18n.translate('webServerRce.defend.cancel', { defaultMessage: 'Cancel' })}
      isLoading={action.isSending}
      onCancel={onClose}
      onConfirm={() => action.send(confirmed, onClose)}
      data-test-subj="webServerRceConfirmAction"
    >
      {action.problem !== undefined && (
        <>
          <EuiCallOut
            size="s"
            color="danger"
            iconType="warning"
            role="alert"
            title={action.problem}
          />
          <EuiSpacer size="m" />
        </>
      )}
      <EuiText size="s">
        <p>
          {targets === undefined
            ? i18n.translate('webServerRce.defend.isolateText', {
                defaultMessage:
                  'Elastic Defend cuts {host} off from the network, its web server too; only the connection to Elastic stays. It is released in Elastic Security, under the host.',
                values: { host },
              })
            : i18n.translate('webServerRce.defend.killText', {
                defaultMessage:
                  'Elastic Defend ends this one process on {host}. What it started goes on.',
                values: { host },
              })}
        </p>
      </EuiText>
      <EuiSpacer size="m" />
      {targets !== undefined && (
        <EuiFormRow
          fullWidth
          label={i18n.translate('webServerRce.defend.process', { defaultMessage: 'Process' })}
        >
          <EuiSelect
            fullWidth
            value={place}
            onChange={({ target: { value } }) => setPlace(Number(value))}
            options={targets.map((one, index) => ({ value: index, text: toTargetText(one) }))}
            data-test-subj="webServerRceKillTarget"
          />
        </EuiFormRow>
      )}
      <EuiFormRow
        fullWidth
        label={i18n.translate('webServerRce.defend.comment', {
          defaultMessage: 'Comment, kept with the action in Elastic Security',
        })}
      >
        <EuiTextArea
          fullWidth
          rows={2}
          maxLength={LONGEST_COMMENT}
          value={comment}
          onChange={({ target: { value } }) => setComment(value)}
        />
      </EuiFormRow>
    </EuiConfirmModal>
  );
};

const toTargetText = ({ pid, command, hasEnded }: NamedTarget): string => {
  const text = `${pid} · ${toVisible(shorten(command, LONGEST_COMMAND))}`;
  return hasEnded
    ? i18n.translate('webServerRce.defend.ended', {
        defaultMessage: '{process} (has ended)',
        values: { process: text },
      })
    : text;
};

const toIsolateTitle = (host: string): string =>
  i18n.translate('webServerRce.defend.isolateTitle', {
    defaultMessage: 'Isolate {host}?',
    values: { host },
  });

const toKillTitle = (host: string, pid: number): string =>
  i18n.translate('webServerRce.defend.killTitle', {
    defaultMessage: 'Kill process {pid} on {host}?',
    values: { host, pid: String(pid) },
  });

export const toIsolateName = (): string =>
  i18n.translate('webServerRce.defend.isolate', { defaultMessage: 'Isolate host' });

export const toKillName = (): string =>
  i18n.translate('webServerRce.defend.kill', { defaultMessage: 'Kill process' });
