import {
  EuiFilterButton,
  EuiPopover,
  EuiPopoverTitle,
  EuiSelectable,
  type EuiSelectableOption,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import type { ValueCount } from '../../../common/api/find_alerts';
import { toVisible } from '../../text/split_hidden';
import { ChevronDown } from '../../icons/chevron_down';

interface ValueFilterProps {
  /** Part of the test subject. */
  readonly name: 'host' | 'user' | 'server' | 'sign';
  readonly label: string;
  readonly known: readonly ValueCount[];
  readonly selected: readonly string[];
  /** What stands for a value; itself unless told otherwise. */
  readonly toText?: (value: string) => string;
  readonly onChange: (values: readonly string[]) => void;
}

type Option = EuiSelectableOption<{ value: string }>;

/** A list to pick values from, with how many alerts each has. */
export const ValueFilter = ({
  name,
  label,
  known,
  selected,
  toText = toVisible,
  onChange,
}: ValueFilterProps): ReactElement => {
  const [isOpen, setOpen] = useState(false);
  return (
    <EuiPopover
      isOpen={isOpen}
      closePopover={() => setOpen(false)}
      panelPaddingSize="none"
      aria-label={label}
      button={
        <EuiFilterButton
          iconType={ChevronDown}
          isSelected={isOpen}
          hasActiveFilters={selected.length > 0}
          numActiveFilters={selected.length}
          onClick={() => setOpen(!isOpen)}
          data-test-subj={`webServerRceFilter-${name}`}
        >
          {label}
        </EuiFilterButton>
      }
    >
      <EuiSelectable<{ value: string }>
        aria-label={label}
        searchable
        searchProps={{ compressed: true, 'aria-label': searchLabel() }}
        options={toOptions(known, selected, toText)}
        onChange={(options) =>
          onChange(options.filter(({ checked }) => checked === 'on').map(({ value }) => value))
        }
        emptyMessage={i18n.translate('webServerRce.filter.noValues', {
          defaultMessage: 'Nothing to choose from in this period',
        })}
      >
        {(list, search) => (
          <div style={{ width: 280 }}>
            <EuiPopoverTitle paddingSize="s">{search}</EuiPopoverTitle>
            {list}
          </div>
        )}
      </EuiSelectable>
    </EuiPopover>
  );
};

const searchLabel = (): string =>
  i18n.translate('webServerRce.filter.searchValues', { defaultMessage: 'Search values' });

/** Chosen values stay in the list even when no alert has them any more. */
const toOptions = (
  known: readonly ValueCount[],
  selected: readonly string[],
  toText: (value: string) => string
): Option[] => {
  const gone = selected.filter((value) => !known.some((other) => other.value === value));
  const all = [...known, ...gone.map((value) => ({ value, count: 0 }))];
  return all.map(({ value, count }) => ({
    value,
    label: toText(value),
    append: <span>{count}</span>,
    ...(selected.includes(value) ? { checked: 'on' as const } : {}),
  }));
};
