import {
  EuiBasicTable,
  EuiIcon,
  EuiScreenReaderOnly,
  type EuiBasicTableColumn,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { Clause } from '../../../common/eql/explain/clause';
import { Mono } from '../../text/mono';
import { VisibleText } from '../../text/visible_text';
import { toClauseRow, type ClauseRow } from './clause_row';

/** Every clause of a query with what the event has for it. */
export const ClauseTable = ({
  clauses,
  query,
}: {
  clauses: readonly Clause[];
  query: string;
}): ReactElement => (
  <EuiBasicTable<ClauseRow>
    tableCaption={i18n.translate('webServerRce.why.caption', {
      defaultMessage: 'Clauses of the query and what the event has for them',
    })}
    items={clauses.map((clause) => toClauseRow(clause, query))}
    itemId={({ start }) => String(start)}
    columns={toColumns()}
    compressed
  />
);

const toColumns = (): EuiBasicTableColumn<ClauseRow>[] => [
  {
    field: 'holds',
    name: (
      <EuiScreenReaderOnly>
        <span>{i18n.translate('webServerRce.why.holds', { defaultMessage: 'Holds' })}</span>
      </EuiScreenReaderOnly>
    ),
    width: '32px',
    render: (holds: boolean) => (
      <EuiIcon
        type={holds ? 'check' : 'cross'}
        color={holds ? 'success' : 'danger'}
        aria-label={
          holds
            ? i18n.translate('webServerRce.why.holds', { defaultMessage: 'Holds' })
            : i18n.translate('webServerRce.why.fails', { defaultMessage: 'Does not hold' })
        }
      />
    ),
  },
  {
    field: 'field',
    name: i18n.translate('webServerRce.why.field', { defaultMessage: 'Field' }),
    render: (field: string) => <Mono>{field}</Mono>,
  },
  {
    field: 'found',
    name: i18n.translate('webServerRce.why.found', { defaultMessage: 'This event' }),
    render: (found: string | undefined) =>
      found === undefined ? (
        i18n.translate('webServerRce.why.missing', { defaultMessage: 'missing' })
      ) : (
        <span style={BREAK}>
          <Mono strong>
            <VisibleText text={toShort(found)} />
          </Mono>
        </span>
      ),
  },
  {
    field: 'asked',
    name: i18n.translate('webServerRce.why.asked', { defaultMessage: 'The query asks for' }),
    render: (asked: string) => (
      <span style={BREAK}>
        <Mono>{toShort(asked)}</Mono>
      </span>
    ),
  },
];

const BREAK = { overflowWrap: 'anywhere' } as const;
const LONGEST = 200;
const toShort = (text: string): string =>
  text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
