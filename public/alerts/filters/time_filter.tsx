import {
  EuiButton,
  EuiContextMenuItem,
  EuiContextMenuPanel,
  EuiFilterButton,
  EuiFormRow,
  EuiHorizontalRule,
  EuiPopover,
  EuiSpacer,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import { TIME_SPANS, toSpanLabel, type TimeRange } from '../time_range';
import { toInputValue, toMoment } from './local_moment';
import { ChevronDown } from '../../icons/chevron_down';
import { LocalMomentField } from '../../text/local_moment_field';

/** Which period the table shows: the usual spans up to now, or two moments. */
export const TimeFilter = ({
  range,
  onChange,
}: {
  range: TimeRange;
  onChange: (range: TimeRange) => void;
}): ReactElement => {
  const [isOpen, setOpen] = useState(false);
  const choose = (next: TimeRange): void => {
    onChange(next);
    setOpen(false);
  };
  return (
    <EuiPopover
      isOpen={isOpen}
      closePopover={() => setOpen(false)}
      panelPaddingSize="s"
      aria-label={timeLabel()}
      button={
        <EuiFilterButton
          iconType={ChevronDown}
          isSelected={isOpen}
          hasActiveFilters={range.kind !== 'all'}
          onClick={() => setOpen(!isOpen)}
          aria-label={`${timeLabel()}: ${toRangeText(range)}`}
          data-test-subj="webServerRceFilter-time"
        >
          {toRangeText(range)}
        </EuiFilterButton>
      }
    >
      <EuiContextMenuPanel
        items={[
          { kind: 'all' } as const,
          ...TIME_SPANS.map((span) => ({ kind: 'last', span }) as const),
        ].map((choice) => (
          <EuiContextMenuItem
            key={toRangeText(choice)}
            icon={toRangeText(choice) === toRangeText(range) ? 'check' : 'empty'}
            onClick={() => choose(choice)}
          >
            {toRangeText(choice)}
          </EuiContextMenuItem>
        ))}
      />
      <EuiHorizontalRule margin="s" />
      <BetweenForm range={range} onChoose={choose} />
    </EuiPopover>
  );
};

/** The browser's own inputs: they speak the reader's language and need no calendar of ours. */
const BetweenForm = ({
  range,
  onChoose,
}: {
  range: TimeRange;
  onChoose: (range: TimeRange) => void;
}): ReactElement => {
  const [from, setFrom] = useState(range.kind === 'between' ? toInputValue(range.from) : '');
  const [to, setTo] = useState(range.kind === 'between' ? toInputValue(range.to) : '');
  const bounds = { from: toMoment(from), to: toMoment(to) };
  const isBackwards =
    bounds.from !== undefined && bounds.to !== undefined && bounds.from > bounds.to;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onChoose({
          kind: 'between',
          ...(bounds.from === undefined ? {} : { from: bounds.from }),
          ...(bounds.to === undefined ? {} : { to: bounds.to }),
        });
      }}
    >
      <EuiFormRow display="rowCompressed" label={fromLabel()}>
        <LocalMomentField
          compressed
          step={1}
          value={from}
          onChange={setFrom}
          testId="webServerRceFrom"
        />
      </EuiFormRow>
      <EuiFormRow
        display="rowCompressed"
        label={toLabel()}
        isInvalid={isBackwards}
        error={i18n.translate('webServerRce.timeFilter.backwards', {
          defaultMessage: 'The end must not be before the start.',
        })}
      >
        <LocalMomentField compressed step={1} value={to} onChange={setTo} testId="webServerRceTo" />
      </EuiFormRow>
      <EuiSpacer size="s" />
      <EuiButton
        type="submit"
        size="s"
        fullWidth
        isDisabled={isBackwards || (bounds.from === undefined && bounds.to === undefined)}
      >
        {i18n.translate('webServerRce.timeFilter.apply', { defaultMessage: 'Show this period' })}
      </EuiButton>
    </form>
  );
};

const timeLabel = (): string =>
  i18n.translate('webServerRce.timeFilter.label', { defaultMessage: 'Period' });
const fromLabel = (): string =>
  i18n.translate('webServerRce.timeFilter.from', { defaultMessage: 'From' });
const toLabel = (): string =>
  i18n.translate('webServerRce.timeFilter.to', { defaultMessage: 'To' });

const toRangeText = (range: TimeRange): string => {
  switch (range.kind) {
    case 'all':
      return i18n.translate('webServerRce.timeFilter.all', { defaultMessage: 'All time' });
    case 'last':
      return toSpanLabel(range.span);
    case 'between':
      return [range.from, range.to]
        .map((bound) => (bound === undefined ? '…' : toInputValue(bound).replace('T', ' ')))
        .join(' – ');
  }
};
