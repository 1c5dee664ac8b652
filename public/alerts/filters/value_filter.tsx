import { EuiFilterButton, EuiPopover } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import { ValueList, type KnownValue } from '../../choice/value_list';
import { ChevronDown } from '../../icons/chevron_down';

interface CountedValue {
  readonly value: string;
  /** Of the alerts that have it, where they were counted. */
  readonly count?: number;
}

interface ValueFilterProps {
  /** Part of the test subject. */
  readonly name: 'host' | 'user' | 'server' | 'source' | 'sign' | 'assignee';
  readonly label: string;
  readonly known: readonly CountedValue[];
  readonly selected: readonly string[];
  /** What stands for a value; itself unless told otherwise. */
  readonly toText?: (value: string) => string;
  readonly onChange: (values: readonly string[]) => void;
}

/** A list to pick values from, with how many alerts each has. */
export const ValueFilter = ({
  name,
  label,
  known,
  selected,
  ...list
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
      <ValueList
        {...list}
        label={label}
        known={toKnown(known, selected)}
        selected={selected}
        emptyText={i18n.translate('webServerRce.filter.noValues', {
          defaultMessage: 'Nothing to choose from in this period',
        })}
      />
    </EuiPopover>
  );
};

/** Chosen values stay in the list even when no alert has them any more. */
const toKnown = (known: readonly CountedValue[], selected: readonly string[]): KnownValue[] => {
  const gone = selected.filter((value) => !known.some((other) => other.value === value));
  const all: CountedValue[] = [...known, ...gone.map((value) => ({ value, count: 0 }))];
  return all.map(({ value, count }) =>
    count === undefined ? { value } : { value, mark: <span>{count}</span> }
  );
};
