import { EuiGlobalToastList } from '@elastic/eui';
import type { MountPoint } from '@kbn/core/public';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { BoardToast, ToastBoard } from './toast_board';

const LIFE_TIME_MS = 10_000;

export const ToastList = ({ board }: { board: ToastBoard }): ReactElement => {
  const [toasts, setToasts] = useState<readonly BoardToast[]>([]);
  useEffect(() => board.subscribe(setToasts), [board]);
  return (
    <EuiGlobalToastList
      toasts={toasts.map(({ id, title, color, text, toastLifeTimeMs, ...rest }) => ({
        id,
        title,
        color,
        ...(toastLifeTimeMs === undefined ? {} : { toastLifeTimeMs }),
        ...(text === undefined
          ? {}
          : { text: typeof text === 'string' ? text : <Mounted mount={text} /> }),
        'data-test-subj': rest['data-test-subj'] ?? 'toast',
      }))}
      dismissToast={({ id }) => board.dismiss(id)}
      toastLifeTimeMs={LIFE_TIME_MS}
      // The flyout and its buttons are on the right.
      side="left"
    />
  );
};

/** A toast's body that draws itself into an element, as Kibana's mount points do. */
const Mounted = ({ mount }: { mount: MountPoint }): ReactElement => {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => (ref.current === null ? undefined : mount(ref.current)), [mount]);
  return <div ref={ref} />;
};
