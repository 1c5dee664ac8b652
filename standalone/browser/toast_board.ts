import type { ToastInput, ToastsStart } from '@kbn/core/public';

export interface BoardToast extends ToastInput {
  readonly id: string;
  readonly color: 'success' | 'warning' | 'danger';
}

/** The toasts on the screen: Kibana's contract on one side, a list to draw on the other. */
export interface ToastBoard extends ToastsStart {
  readonly subscribe: (listener: (toasts: readonly BoardToast[]) => void) => () => void;
  readonly dismiss: (id: string) => void;
}

export const createToastBoard = (): ToastBoard => {
  let toasts: readonly BoardToast[] = [];
  let added = 0;
  const listeners = new Set<(toasts: readonly BoardToast[]) => void>();
  const show = (next: readonly BoardToast[]): void => {
    toasts = next;
    for (const listener of listeners) listener(toasts);
  };
  const add = (color: BoardToast['color'], toast: ToastInput): void => {
    added += 1;
    show([...toasts, { ...toast, color, id: String(added) }]);
  };
  return {
    addSuccess: (toast) => add('success', toast),
    addWarning: (toast) => add('warning', toast),
    addDanger: (toast) => add('danger', toast),
    dismiss: (id) => show(toasts.filter((toast) => toast.id !== id)),
    subscribe: (listener) => {
      listeners.add(listener);
      listener(toasts);
      return () => listeners.delete(listener);
    },
  };
};
