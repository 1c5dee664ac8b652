import {
  EuiButtonIcon,
  EuiFlexGroup,
  EuiFlexItem,
  EuiHorizontalRule,
  EuiText,
  EuiTitle,
  EuiToolTip,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { Fragment, type ReactElement } from 'react';
import type { Alert } from '../../../common/alert/alert';
import { CopyIcon } from '../../text/copy_button';
import { VisibleText } from '../../text/visible_text';
import { toKeyFieldGroups, type KeyField } from './key_field_groups';
import { useFilterBy } from './use_filter_by';

/** The fields an analyst reads first, each to copy and, where the table can, to filter it by. */
export const KeyFields = ({ event, request }: Pick<Alert, 'event' | 'request'>): ReactElement => (
  <div data-test-subj="webServerRceKeyFields">
    {toKeyFieldGroups(event, request).map(({ title, fields }) => (
      <Fragment key={title}>
        <EuiTitle size="xxs">
          <h4>{title}</h4>
        </EuiTitle>
        {fields.map((field) => (
          <FieldRow key={field.name} field={field} />
        ))}
        <EuiHorizontalRule margin="s" />
      </Fragment>
    ))}
  </div>
);

const FieldRow = ({ field: { name, values } }: { field: KeyField }): ReactElement => {
  const text = values.join(', ');
  return (
    <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false}>
      <EuiFlexItem grow={false} style={{ width: 190 }}>
        <EuiText size="xs" color="subdued" style={{ overflowWrap: 'anywhere' }}>
          {name}
        </EuiText>
      </EuiFlexItem>
      <EuiFlexItem style={{ minWidth: 0 }}>
        <EuiText size="s" style={{ overflowWrap: 'anywhere' }}>
          <VisibleText text={text} />
        </EuiText>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiFlexGroup gutterSize="none" responsive={false}>
          <FilterIcon name={name} value={values[0] ?? ''} />
          <CopyIcon text={text} what={name} />
        </EuiFlexGroup>
      </EuiFlexItem>
    </EuiFlexGroup>
  );
};

const FilterIcon = ({ name, value }: { name: string; value: string }): ReactElement | null => {
  const filterBy = useFilterBy(name);
  if (filterBy === undefined) return null;
  const label = i18n.translate('webServerRce.fields.filterBy', {
    defaultMessage: 'Filter the table by this {field}',
    values: { field: name },
  });
  return (
    <EuiToolTip content={label}>
      <EuiButtonIcon
        size="xs"
        color="text"
        iconType="filter"
        aria-label={label}
        onClick={() => filterBy(value)}
      />
    </EuiToolTip>
  );
};
