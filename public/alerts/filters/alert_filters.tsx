import { EuiFieldSearch, EuiFilterGroup, EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { AlertPage } from '../../../common/api/find_alerts';
import { SIGN_KINDS, type SignKind } from '../../../common/detection';
import { AssigneeFilter } from '../../triage/assignee/assignee_filter';
import { toSourceText } from './source_text';
import { toSignKindText } from '../signs/sign_kind_text';
import type { ListStateControl } from '../use_list_state';
import { StatusFilter } from './status_filter';
import { TimeFilter } from './time_filter';
import { ValueFilter } from './value_filter';

/** The filters above the table. Every change goes into the address at once; the words as one types. */
export const AlertFilters = ({
  list: { state, change, refine },
  page,
}: {
  list: ListStateControl;
  page: AlertPage | undefined;
}): ReactElement => (
  <EuiFlexGroup gutterSize="s" wrap responsive={false}>
    <EuiFlexItem style={{ minWidth: 240 }}>
      <WordSearch value={state.search} onSearch={(search) => refine({ search })} />
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
        <ValueFilter
          name="server"
          label={i18n.translate('webServerRce.filter.server', { defaultMessage: 'Server' })}
          known={page?.servers ?? []}
          selected={state.servers}
          onChange={(servers) => change({ servers })}
        />
        <ValueFilter
          name="source"
          label={i18n.translate('webServerRce.filter.source', { defaultMessage: 'Source' })}
          known={page?.sources ?? []}
          selected={state.sources}
          toText={toSourceText}
          onChange={(sources) => change({ sources })}
        />
        <ValueFilter
          name="sign"
          label={i18n.translate('webServerRce.filter.sign', { defaultMessage: 'Sign' })}
          known={page?.signKinds ?? []}
          selected={state.signKinds}
          toText={(kind) => toSignKindText(kind as SignKind)}
          onChange={(kinds) =>
            change({ signKinds: SIGN_KINDS.filter((kind) => kinds.includes(kind)) })
          }
        />
        <AssigneeFilter
          selected={state.assignees}
          onChange={(assignees) => change({ assignees })}
        />
        <TimeFilter range={state.time} onChange={(time) => change({ time })} />
      </EuiFilterGroup>
    </EuiFlexItem>
  </EuiFlexGroup>
);

/** So long after the last key the list follows. */
const TYPING_PAUSE_MS = 250;

const WordSearch = ({
  value,
  onSearch,
}: {
  value: string;
  onSearch: (words: string) => void;
}): ReactElement => {
  const [words, setWords] = useState(value);
  useEffect(() => setWords(value), [value]);
  const search = useRef(onSearch);
  search.current = onSearch;
  useEffect(() => {
    if (words.trim() === value) return undefined;
    const timer = setTimeout(() => search.current(words.trim()), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [words, value]);
  const label = i18n.translate('webServerRce.filter.search', {
    defaultMessage: 'Search command, process, server, host and user; * and ? stand for others',
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
      isClearable
      data-test-subj="webServerRceSearch"
    />
  );
};
