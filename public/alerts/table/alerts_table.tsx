import { EuiBasicTable, type Criteria } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import {
  memo,
  useMemo,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactElement,
} from 'react';
import type { ListedAlert } from '../../../common/alert/listed_alert';
import { ALERT_SORT_FIELDS, type AlertPage } from '../../../common/api/find_alerts';
import { useAskAhead } from '../../flyout/use_ask_ahead';
import { useTimeFormat } from '../../text/use_time_format';
import { toAlertColumns, type ColumnActions } from './alert_columns';
import { PAGE_SIZES, type ListState } from '../list_state';
import { handleRowKey } from './row_keys';
import { useMarkedRow } from './use_marked_row';

interface AlertsTableProps {
  readonly page: AlertPage;
  readonly state: ListState;
  /** Another page is on its way. A refresh of this one is not said here: each time it would draw all rows twice. */
  readonly isBefore: boolean;
  readonly openId: string | undefined;
  readonly selected?: readonly ListedAlert[];
  /** Rows can't be ticked where it is left out. */
  readonly onSelect?: (alerts: ListedAlert[]) => void;
  readonly onOpen: (alert: ListedAlert) => void;
  readonly onChange: (part: Partial<ListState>) => void;
  readonly setStatus: ColumnActions['setStatus'];
}

/** The alerts of one page. A click on a row, or Enter while it has the focus, opens the alert. */
export const AlertsTable = ({ openId, ...rows }: AlertsTableProps): ReactElement => {
  const table = useMarkedRow(openId);
  return (
    <div ref={table}>
      <Rows {...rows} />
    </div>
  );
};

const NONE: readonly ListedAlert[] = [];

/** Drawn anew only where something in it has changed: an alert that is opened changes nothing. */
const Rows = memo(function Rows({
  page,
  state,
  isBefore,
  selected = NONE,
  onSelect,
  onOpen,
  onChange,
  setStatus,
}: Omit<AlertsTableProps, 'openId'>): ReactElement {
  const time = useTimeFormat();
  const askAhead = useAskAhead();
  const showsAssignees = page.alerts.some(({ assignee }) => assignee !== undefined);
  const isAnyTicked = selected.length > 0;
  const columns = useMemo(
    () => toAlertColumns({ open: onOpen, setStatus, isAnyTicked, time, showsAssignees }),
    [onOpen, setStatus, isAnyTicked, time, showsAssignees]
  );
  return (
    <EuiBasicTable<ListedAlert>
      data-test-subj="webServerRceAlertsTable"
      tableCaption={i18n.translate('webServerRce.table.caption', { defaultMessage: 'Alerts' })}
      items={[...page.alerts]}
      itemId="id"
      columns={columns}
      loading={isBefore}
      sorting={{
        sort: { field: state.sortField, direction: state.sortOrder },
      }}
      pagination={{
        pageIndex: state.page,
        pageSize: state.perPage,
        totalItemCount: page.total,
        pageSizeOptions: [...PAGE_SIZES],
      }}
      onChange={(criteria: Criteria<ListedAlert>) => onChange(toListChange(criteria, state))}
      {...(setStatus === undefined || onSelect === undefined
        ? {}
        : { selection: { selected: [...selected], onSelectionChange: onSelect } })}
      rowProps={(alert) => ({
        // Until the button is let go, and the click is there, most of the answer is.
        onPointerDown: ({ target }: PointerEvent) => {
          const control = findControl(target);
          if (control === null || control.dataset['alertId'] === alert.id) askAhead(alert.id);
        },
        onClick: (event: MouseEvent) => {
          if (findControl(event.target) === null && !isMarkingText()) onOpen(alert);
        },
        onKeyDown: (event: KeyboardEvent<HTMLElement>) => handleRowKey(event, () => onOpen(alert)),
        onKeyUp: undefined,
        'data-test-subj': 'webServerRceAlertRow',
        'data-alert-id': alert.id,
      })}
    />
  );
});

/** Links, checkboxes and buttons of a row do their own work. */
const findControl = (target: EventTarget): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('a, button, input, label') : null;

/** Marking text of a row, to copy it, ends with a click too. */
const isMarkingText = (): boolean => (window.getSelection()?.toString() ?? '') !== '';

const toListChange = (
  { page, sort }: Criteria<ListedAlert>,
  state: ListState
): Partial<ListState> => {
  const sortField = ALERT_SORT_FIELDS.find((field) => field === sort?.field) ?? state.sortField;
  const sortOrder = sort?.direction ?? state.sortOrder;
  const isSorted = sortField !== state.sortField || sortOrder !== state.sortOrder;
  return {
    sortField,
    sortOrder,
    perPage: page?.size ?? state.perPage,
    page: isSorted ? 0 : (page?.index ?? state.page),
  };
};
