import type { MouseEvent } from 'react';
import { useHistory } from 'react-router-dom';

export interface PageLink {
  readonly href: string;
  readonly onClick: (event: MouseEvent) => void;
}

/** Makes links to places of the app: followed without loading the page, and opened in a new tab like any other. */
export const useLink = (): ((pathname: string) => PageLink) => {
  const history = useHistory();
  return (pathname) => ({
    href: history.createHref({ pathname }),
    onClick(event) {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      history.push(pathname);
    },
  });
};
