import type { CoreStart } from '@kbn/core/public';
import { createRoot } from 'react-dom/client';
import type { Locale } from '../../common/i18n/locale';
import { HeaderBar } from './header_bar';
import type { Theme } from './theme';
import type { ToastBoard } from './toast_board';
import { ToastList } from './toast_list';

/** Draws what Kibana would draw around an app. Returns the element for the app itself. */
export const drawPage = (
  root: HTMLElement,
  parts: {
    core: Required<CoreStart>;
    theme: Theme;
    toastBoard: ToastBoard;
    locale: Locale;
    isRecording: boolean;
  }
): HTMLElement => {
  const frame = document.createElement('div');
  const appElement = document.createElement('div');
  root.replaceChildren(frame, appElement);
  createRoot(frame).render(
    parts.core.rendering.addContext(
      <>
        <HeaderBar theme={parts.theme} locale={parts.locale} isRecording={parts.isRecording} />
        <ToastList board={parts.toastBoard} />
      </>
    )
  );
  return appElement;
};
