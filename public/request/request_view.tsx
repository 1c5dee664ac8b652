import { EuiButtonEmpty, EuiCallOut, EuiSkeletonText, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import type { Alert } from '../../common/alert/alert';
import { findAddress } from '../../common/alert/request/source_address';
import type { RequestAnswer } from '../../common/api/find_alert_requests';
import { Problem } from '../text/problem';
import { VisibleText } from '../text/visible_text';
import { RequestLine } from './request_line';
import { useAlertRequests } from './use_alert_requests';
import { ChevronDown } from '../icons/chevron_down';

/** Through which request the attacker came, as far as the access log tells. */
export const RequestView = ({ alert }: { alert: Alert }): ReactElement => {
  const { data: answer, error, isError, refetch } = useAlertRequests(alert.id);
  return (
    <div data-test-subj="webServerRceRequests">
      {isError && (
        <Problem
          title={i18n.translate('webServerRce.request.notRead', {
            defaultMessage: 'The access log could not be read',
          })}
          error={error}
          onRetry={() => void refetch()}
        />
      )}
      {!isError && answer === undefined && <EuiSkeletonText lines={2} />}
      {!isError && answer !== undefined && (
        <Answer answer={answer} source={alert.request?.address} />
      )}
    </div>
  );
};

const Answer = ({
  answer,
  source,
}: {
  answer: RequestAnswer;
  /** Where the alert came from, if the log left no doubt. */
  source: string | undefined;
}): ReactElement => {
  const [showsAll, setShowsAll] = useState(false);
  const { ranked, unread, isCut } = answer;
  const shown = showsAll ? ranked : ranked.slice(0, 1);
  return (
    <>
      {unread.map(({ log, reason }) => (
        <EuiCallOut key={log} size="s" color="warning" title={toUnreadText(log, reason)} />
      ))}
      {isCut && (
        <EuiCallOut
          size="s"
          color="warning"
          title={i18n.translate('webServerRce.request.cut', {
            defaultMessage:
              'There were more requests than could be read: the right one may be missing here.',
          })}
        />
      )}
      <EuiText size="s">
        <p>
          <VisibleText text={toSummary(answer, source)} />
        </p>
      </EuiText>
      {shown.map((one, index) => (
        <div key={index}>
          <EuiSpacer size="xs" />
          <RequestLine ranked={one} />
        </div>
      ))}
      {shown.length < ranked.length && (
        <EuiButtonEmpty size="xs" iconType={ChevronDown} onClick={() => setShowsAll(true)}>
          {i18n.translate('webServerRce.request.showOthers', {
            defaultMessage:
              'Show {count, plural, one {the next likeliest request} other {the next # by likelihood}}',
            values: { count: ranked.length - shown.length },
          })}
        </EuiButtonEmpty>
      )}
    </>
  );
};

const toUnreadText = (log: string, reason: string): string =>
  i18n.translate('webServerRce.request.unread', {
    defaultMessage: 'Not all of {log} was read: {reason}',
    values: { log, reason },
  });

const toSummary = (
  { logs, ranked, total, ofSameAddress }: RequestAnswer,
  source: string | undefined
): string => {
  const [first] = ranked;
  if (logs.length === 0) {
    return i18n.translate('webServerRce.request.noLog', {
      defaultMessage:
        'No access log of this server is known, so the request is not known either. On one machine, name it at the start: npm start -- --access-log FILE. In Kibana, collect it with the nginx or Apache integration.',
    });
  }
  if (first === undefined) {
    return i18n.translate('webServerRce.request.none', {
      defaultMessage: 'No request within 15 minutes before or after the alert in {logs}.',
      values: { logs: logs.join(', ') },
    });
  }
  const values = { total, others: ofSameAddress - 1, address: first.request.address };
  if (source !== undefined && findAddress(first.request.address) === source) {
    return i18n.translate('webServerRce.request.certain', {
      defaultMessage:
        'Of {total, plural, one {# request} other {# requests}} around the alert only those from {address} can have started it; this is the likeliest. {others, plural, =0 {No other request} one {# other request} other {# other requests}} came from there.',
      values,
    });
  }
  return first.clues.length === 0
    ? i18n.translate('webServerRce.request.unlikely', {
        defaultMessage:
          'None of {total, plural, one {# request} other {# requests}} around the alert fits it; this one is nearest in time. {others, plural, =0 {No other request} one {# other request} other {# other requests}} from {address}.',
        values,
      })
    : i18n.translate('webServerRce.request.likeliest', {
        defaultMessage:
          'Likeliest of {total, plural, one {# request} other {# requests}} around the alert. {others, plural, =0 {No other request} one {# other request} other {# other requests}} from {address}.',
        values,
      });
};
