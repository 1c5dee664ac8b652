import { createRoot } from 'react-dom/client';
import { EuiThemeAndTexts } from './eui_theme_and_texts';
import type { Language } from './language';
import { LockedPage } from './locked_page';
import { SECRET_KEY } from './session_secret';
import type { Theme } from './theme';

let isDrawn = false;

/** Covers whatever the page shows, which may be old now, until a link is opened here or in another tab. */
export const drawLockedPage = ({
  theme,
  euiMessages,
}: { theme: Theme } & Pick<Language, 'euiMessages'>): void => {
  if (isDrawn) return;
  isDrawn = true;
  document.getElementById('root')?.setAttribute('inert', '');
  const cover = document.createElement('div');
  cover.setAttribute('role', 'dialog');
  cover.setAttribute('aria-modal', 'true');
  Object.assign(cover.style, COVER);
  document.body.append(cover);
  createRoot(cover).render(
    <EuiThemeAndTexts theme$={theme.theme$} messages={euiMessages}>
      <LockedPage />
    </EuiThemeAndTexts>
  );
  // A link that is typed into this tab changes nothing but what stands behind the #.
  window.addEventListener('hashchange', () => window.location.reload());
  window.addEventListener('storage', ({ key }) => {
    if (key === SECRET_KEY) window.location.reload();
  });
};

const COVER = { position: 'fixed', inset: '0', zIndex: '10000', overflow: 'auto' };
