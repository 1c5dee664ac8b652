import { useCallback } from 'react';
import { useHistory } from 'react-router-dom';

export interface RulePlace {
  /** Pattern of the address of a rule's settings. */
  readonly path: '/rules/:id';
  readonly open: (id: string) => void;
  readonly close: () => void;
}

/** The address of a rule's settings; filters in the address stay. */
export const useRulePlace = (): RulePlace => {
  const history = useHistory();
  const go = useCallback(
    (pathname: string) => history.push({ pathname, search: history.location.search }),
    [history]
  );
  return {
    path: '/rules/:id',
    open: (id) => go(`/rules/${encodeURIComponent(id)}`),
    close: () => go('/'),
  };
};
