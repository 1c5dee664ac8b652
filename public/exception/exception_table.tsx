import { EuiBadge, EuiBasicTable, EuiButtonIcon, EuiScreenReaderOnly, EuiText } from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { isExpired } from '../../common/exception/create_exception_search';
import type { RuleException } from '../../common/exception/exception';
import type { HiddenCount, RunHistory } from '../../common/run/run_history';
import { useHost } from '../app/host';
import { HighlightedQuery } from '../rule/highlighted_query';
import { useTimeFormat } from '../text/use_time_format';
import { VisibleText } from '../text/visible_text';

/** One line for each exception. */
export const ExceptionTable = ({
  exceptions,
  hidden,
  onRemove,
}: {
  exceptions: readonly RuleException[];
  hidden: RunHistory['hidden'] | undefined;
  onRemove?: (exception: RuleException) => void;
}): ReactElement => {
  const { euiProps } = useHost();
  const columns: EuiBasicTableColumn<RuleException>[] = [
    {
      name: i18n.translate('webServerRce.exceptions.query', { defaultMessage: 'Hides' }),
      width: '50%',
      render: (exception: RuleException) => <QueryCell exception={exception} />,
    },
    {
      name: i18n.translate('webServerRce.exceptions.holds', { defaultMessage: 'Holds' }),
      render: (exception: RuleException) => <HoldsCell exception={exception} />,
    },
    {
      name: i18n.translate('webServerRce.exceptions.hidden', {
        defaultMessage: 'Alerts hidden so far',
      }),
      render: ({ id }: RuleException) => <HiddenCell count={hidden?.[id]} />,
    },
    {
      name: i18n.translate('webServerRce.exceptions.made', { defaultMessage: 'Made' }),
      render: (exception: RuleException) => <MadeCell exception={exception} />,
    },
    ...(onRemove ? [toRemoveColumn(onRemove)] : []),
  ];
  return (
    <EuiBasicTable<RuleException>
      tableCaption={i18n.translate('webServerRce.exceptions.caption', {
        defaultMessage: 'Exceptions of the rule',
      })}
      items={[...exceptions]}
      itemId="id"
      columns={columns}
      tableLayout="auto"
      {...euiProps.table}
      data-test-subj="webServerRceExceptionTable"
    />
  );
};

const QueryCell = ({ exception: { query, comment } }: { exception: RuleException }) => (
  <div style={{ minWidth: 240 }}>
    <pre style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontSize: 12 }}>
      <HighlightedQuery query={query} />
    </pre>
    {comment !== '' && (
      <EuiText size="xs" color="subdued">
        <VisibleText text={comment} />
      </EuiText>
    )}
  </div>
);

const HoldsCell = ({ exception }: { exception: RuleException }): ReactElement => {
  const { now } = useHost();
  const time = useTimeFormat();
  const { expiresAt, upToRisk } = exception;
  return (
    <EuiText size="xs">
      {expiresAt === undefined ? (
        <p>
          {i18n.translate('webServerRce.exceptions.always', {
            defaultMessage: 'until it is removed',
          })}
        </p>
      ) : isExpired(exception, now()) ? (
        <EuiBadge color="warning">
          {i18n.translate('webServerRce.exceptions.expired', {
            defaultMessage: 'expired {when}',
            values: { when: time.relative(expiresAt) },
          })}
        </EuiBadge>
      ) : (
        <p>
          {i18n.translate('webServerRce.exceptions.until', {
            defaultMessage: 'until {when}',
            values: { when: time.full(expiresAt) },
          })}
        </p>
      )}
      {upToRisk !== undefined && (
        <p>
          {i18n.translate('webServerRce.exceptions.upToRisk', {
            defaultMessage: 'up to risk {risk}',
            values: { risk: upToRisk },
          })}
        </p>
      )}
    </EuiText>
  );
};

const HiddenCell = ({ count }: { count: HiddenCount | undefined }): ReactElement => {
  const time = useTimeFormat();
  return (
    <EuiText size="xs">
      <strong>{count?.count ?? 0}</strong>
      {count && (
        <p>
          {i18n.translate('webServerRce.exceptions.lastHidden', {
            defaultMessage: 'last {when}',
            values: { when: time.relative(count.lastAt) },
          })}
        </p>
      )}
    </EuiText>
  );
};

const MadeCell = ({ exception: { at, by } }: { exception: RuleException }): ReactElement => {
  const time = useTimeFormat();
  return (
    <EuiText size="xs">
      <p>{time.full(at)}</p>
      {by !== undefined && <VisibleText text={by} />}
    </EuiText>
  );
};

const toRemoveColumn = (
  onRemove: (exception: RuleException) => void
): EuiBasicTableColumn<RuleException> => ({
  name: (
    <EuiScreenReaderOnly>
      <span>{removeThisText()}</span>
    </EuiScreenReaderOnly>
  ),
  width: '48px',
  render: (exception: RuleException) => (
    <EuiButtonIcon
      iconType="trash"
      color="danger"
      aria-label={removeThisText()}
      onClick={() => onRemove(exception)}
      data-test-subj="webServerRceRemoveException"
    />
  ),
});

const removeThisText = (): string =>
  i18n.translate('webServerRce.exceptions.removeThis', { defaultMessage: 'Remove exception' });
