import { EuiFieldSearch, EuiFilterGroup, EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useEffect, useState, type ReactElement } from 'react';
import type { AlertPage } from '../../common/api/find_alerts';
import type { ListStateControl } from './use_list_state';
import { StatusFilter } from './status_filter';
import { TimeFilter } from './time_filter';
import { ValueFilter } from './value_filter';

/** The filters above the table. Every change goes into the address at once; the words on Enter. */
export const AlertFilters = ({
  list: { state, change },
  page,
}: {
  list: ListStateControl;
  page: AlertPage | undefined;
}): ReactElement => (
  <EuiFlexGroup gutterSize="s" wrap responsive={false}>
    <EuiFlexItem style={{ minWidth: 240 }}>
      <WordSearch value={state.search} onSearch={(search) => change({ search })} />
    </EuiFlexItem>
    <EuiFlexItem grow={false}>
      <StatusFilter
        selected={state.statuses}
        counts={page?.statusCounts}
        onChange={(statuses) => change({ statuses })}
      />
    </EuiFlexItem>
    <EuiFlexItem grow={false}>
      <EuiFilterGroup compressed>
        <ValueFilter
          name="host"
          label={i18n.translate('webServerRce.filter.host', { defaultMessage: 'Host' })}
          known={page?.hosts ?? []}
          selected={state.hosts}
          onChange={(hosts) => change({ hosts })}
        />
        <ValueFilter
          name="user"
          label={i18n.translate('webServerRce.filter.user', { defaultMessage: 'User' })}
          known={page?.users ?? []}
          selected={state.users}
          onChange={(users) => change({ users })}
        />
        <TimeFilter range={state.time} onChange={(time) => change({ time })} />
      </EuiFilterGroup>
    </EuiFlexItem>
  </EuiFlexGroup>
);

const WordSearch = ({
  value,
  onSearch,
}: {
  value: string;
  onSearch: (words: string) => void;
}): ReactElement => {
  const [words, setWords] = useState(value);
  useEffect(() => setWords(value), [value]);
  const label = i18n.translate('webServerRce.filter.search', {
    defaultMessage: 'Search command line, process, parent, host and user',
  });
  return (
    <EuiFieldSearch
      fullWidth
      compressed
      placeholder={label}
      aria-label={label}
      value={words}
      maxLength={1000}
      onChange={(event) => setWords(event.target.value)}
      onSearch={(next) => {
        if (next.trim() !== value) onSearch(next.trim());
      }}
      data-test-subj="webServerRceSearch"
    />
  );
};
