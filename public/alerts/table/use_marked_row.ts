import { useEuiTheme } from '@elastic/eui';
import { useEffect, useRef, type RefObject } from 'react';

/**
 * Marks the row of the open alert in the table below an element. By hand, after each drawing: as a property of the rows it would
 * have all of them drawn anew whenever an alert is opened.
 */
export const useMarkedRow = (openId: string | undefined): RefObject<HTMLDivElement> => {
  const table = useRef<HTMLDivElement>(null);
  const { euiTheme } = useEuiTheme();
  useEffect(() => {
    const rows = table.current?.querySelectorAll<HTMLElement>('[data-alert-id]') ?? [];
    const row = [...rows].find(
      (element) => element.tagName === 'TR' && element.dataset['alertId'] === openId
    );
    if (row === undefined) return undefined;
    row.setAttribute('aria-current', 'true');
    row.style.boxShadow = `inset 4px 0 0 ${euiTheme.colors.primary}`;
    return () => {
      row.removeAttribute('aria-current');
      row.style.boxShadow = '';
    };
  });
  return table;
};
