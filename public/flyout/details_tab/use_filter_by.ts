import { SEARCHED_FIELDS } from '../../../common/alert/searched_fields';
import { useListState } from '../../alerts/use_list_state';

/**
 * How the table can be narrowed to a value of a field: hosts, users and sources exactly, the other searched fields by words.
 * @returns undefined for a field that the table can't be narrowed by
 */
export const useFilterBy = (field: string): ((value: string) => void) | undefined => {
  const { change } = useListState();
  if (field === 'host.name') return (value) => change({ hosts: [value] });
  if (field === 'user.name') return (value) => change({ users: [value] });
  if (field === 'source.ip') return (value) => change({ sources: [value] });
  return SEARCHED_FIELDS.some((searched) => searched === field)
    ? (value) => change({ search: value })
    : undefined;
};
