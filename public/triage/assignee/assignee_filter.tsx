import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { ValueFilter } from '../../alerts/filters/value_filter';
import { toPersonText } from './to_person_text';
import { usePeople } from './use_people';

/** Alerts of some people, oneself first; nothing where the host tells no users apart. */
export const AssigneeFilter = ({
  selected,
  onChange,
}: {
  selected: readonly string[];
  onChange: (assignees: readonly string[]) => void;
}): ReactElement | null => {
  const people = usePeople();
  if (people === undefined) return null;
  return (
    <ValueFilter
      name="assignee"
      label={i18n.translate('webServerRce.filter.assignee', { defaultMessage: 'Assignee' })}
      known={[people.me, ...people.others].map((value) => ({ value }))}
      selected={selected}
      toText={(name) => toPersonText(name, people.me)}
      onChange={onChange}
    />
  );
};
