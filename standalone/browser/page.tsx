import type { CoreStart } from '@kbn/core/public';
import { createRoot } from 'react-dom/client';
import type { Locale } from '../../common/i18n/locale';
import { HeaderBar } from './header_bar';
import type { Theme } from './theme';
import type { ToastBoard } from './toast_board';
import { ToastList } from './toast_list';

/** Draws what Kibana would draw around an app, and puts the app's own element below it. */
export const drawPage = (
  root: HTMLElement,
  appElement: HTMLElement,
  parts: {
    core: Required<CoreStart>;
    theme: Theme;
    toastBoard: ToastBoard;
    locale: Locale;
    isRecording: boolean;
  }
): void => {
  const frame = document.createElement('div');
  root.replaceChildren(frame, appElement);
  createRoot(frame).render(
    parts.core.rendering.addContext(
      <>
        <HeaderBar theme={parts.theme} locale={parts.locale} isRecording={parts.isRecording} />
        <ToastList board={parts.toastBoard} />
      </>
    )
  );
};
