import { EuiButtonEmpty, EuiPopover, EuiSwitch } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import type { ResultColumn } from '../../../common/osquery/result_table';
import { toVisible } from '../../text/split_hidden';
import { ChevronDown } from '../../icons/chevron_down';

/** Which columns of a result are shown. The last one stays: an empty table tells nothing. */
export const ColumnChooser = ({
  columns,
  hidden,
  onChange,
}: {
  columns: readonly ResultColumn[];
  hidden: ReadonlySet<string>;
  onChange: (hidden: ReadonlySet<string>) => void;
}): ReactElement => {
  const [isOpen, setOpen] = useState(false);
  const label = i18n.translate('webServerRce.result.columns', {
    defaultMessage: 'Columns {shown}/{total}',
    values: { shown: columns.length - hidden.size, total: columns.length },
  });
  return (
    <EuiPopover
      isOpen={isOpen}
      closePopover={() => setOpen(false)}
      panelPaddingSize="s"
      aria-label={label}
      button={
        <EuiButtonEmpty
          size="xs"
          iconType={ChevronDown}
          iconSide="right"
          onClick={() => setOpen(!isOpen)}
        >
          {label}
        </EuiButtonEmpty>
      }
    >
      <div style={{ maxHeight: 320, overflowY: 'auto' }}>
        {columns.map(({ name }) => (
          <div key={name} style={{ padding: 4 }}>
            <EuiSwitch
              compressed
              label={toVisible(name)}
              checked={!hidden.has(name)}
              disabled={!hidden.has(name) && columns.length - hidden.size === 1}
              onChange={() => onChange(toggle(hidden, name))}
            />
          </div>
        ))}
      </div>
    </EuiPopover>
  );
};

const toggle = (hidden: ReadonlySet<string>, name: string): ReadonlySet<string> => {
  const next = new Set(hidden);
  if (!next.delete(name)) next.add(name);
  return next;
};
