import { EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import type { ReactElement, ReactNode } from 'react';
import type { ListStateControl } from '../use_list_state';
import { GroupingSwitch } from './grouping_switch';

/** The line above the rows: what a row is, and how many there are or what can be done with the ticked ones. */
export const ListHead = ({
  list,
  children,
}: {
  list: ListStateControl;
  children: ReactNode;
}): ReactElement => (
  <EuiFlexGroup gutterSize="m" alignItems="center" responsive={false} wrap>
    <EuiFlexItem grow={false}>
      <GroupingSwitch list={list} />
    </EuiFlexItem>
    <EuiFlexItem>{children}</EuiFlexItem>
  </EuiFlexGroup>
);
