import { EuiPopoverTitle, EuiSelectable, type EuiSelectableOption } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement, ReactNode } from 'react';
import { toVisible } from '../text/split_hidden';

export interface KnownValue {
  readonly value: string;
  /** Beside it: a count, a state. */
  readonly mark?: ReactNode;
}

interface ValueListProps {
  readonly label: string;
  readonly known: readonly KnownValue[];
  readonly selected: readonly string[];
  /** What stands for a value; itself unless told otherwise. */
  readonly toText?: (value: string) => string;
  /** Choosing one gives up the one chosen before. */
  readonly isSingle?: boolean;
  /** Said where nothing is known. */
  readonly emptyText: string;
  readonly onChange: (values: readonly string[]) => void;
}

type Option = EuiSelectableOption<{ value: string }>;

/** A list to choose values from, searched as one types; the content of a popover. */
export const ValueList = ({
  label,
  known,
  selected,
  toText = toVisible,
  isSingle = false,
  emptyText,
  onChange,
}: ValueListProps): ReactElement => (
  <EuiSelectable<{ value: string }>
    aria-label={label}
    searchable
    singleSelection={isSingle}
    searchProps={{ compressed: true, 'aria-label': searchLabel() }}
    options={toOptions(known, selected, toText)}
    onChange={(options) =>
      onChange(options.filter(({ checked }) => checked === 'on').map(({ value }) => value))
    }
    emptyMessage={emptyText}
  >
    {(list, search) => (
      <div style={{ width: 340 }}>
        <EuiPopoverTitle paddingSize="s">{search}</EuiPopoverTitle>
        {list}
      </div>
    )}
  </EuiSelectable>
);

const searchLabel = (): string =>
  i18n.translate('webServerRce.filter.searchValues', { defaultMessage: 'Search values' });

const toOptions = (
  known: readonly KnownValue[],
  selected: readonly string[],
  toText: (value: string) => string
): Option[] =>
  known.map(({ value, mark }) => ({
    value,
    label: toText(value),
    ...(mark !== undefined && { append: mark }),
    ...(selected.includes(value) ? { checked: 'on' as const } : {}),
  }));
