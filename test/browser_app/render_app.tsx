import { EuiProvider } from '@elastic/eui';
import createEmotion from '@emotion/css/create-instance';
import { configure, render } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { createMemoryHistory, type MemoryHistory } from 'history';
import { vi } from 'vitest';
import { App } from '../../public/app/app';
import type { PageHost, Notice } from '../../public/app/host';
import { createQueryClient } from '../../public/app/query_client';
import { createFakeHttp, type Answers, type FakeHttp } from './fake_http';
import { SAMPLE_ANSWERS } from './sample_answers';
import { NOW } from './sample_alerts';

export interface RenderedApp {
  readonly user: UserEvent;
  readonly http: FakeHttp;
  readonly history: MemoryHistory;
  /** What was shown at the edge of the screen, oldest first. */
  readonly notices: Notice[];
}

// Styles decide nothing here, and jsdom weighs every rule for every role that is asked for.
const { cache } = createEmotion({ key: 'test', container: document.createElement('div') });
// Upper bounds for a machine that does other things too.
vi.setConfig({ testTimeout: 90_000 });
configure({
  defaultHidden: true,
  testIdAttribute: 'data-test-subj',
  asyncUtilTimeout: 20_000,
  // Without the whole document, which says little and takes long to print.
  getElementError: (message) => new Error(message ?? 'No such element.'),
});

/** Draws the whole app on a fake server: one alert, an enabled rule, an agent that is online. Answers replace these. */
export const renderApp = ({
  path = '/',
  answers = {},
  host = {},
}: {
  path?: string;
  answers?: Answers;
  host?: Partial<PageHost>;
} = {}): RenderedApp => {
  window.localStorage.clear();
  window.localStorage.setItem('webServerRce.refreshSeconds', '0');
  const notices: Notice[] = [];
  const http = createFakeHttp({ ...SAMPLE_ANSWERS, ...answers });
  const history = createMemoryHistory({ initialEntries: [path] });
  render(
    <EuiProvider cache={cache} globalStyles={false} utilityClasses={false}>
      <App
        history={history}
        queryClient={createQueryClient()}
        host={{
          http,
          notify: (notice) => notices.push(notice),
          showPlace: () => undefined,
          mayWrite: true,
          mayEditSecurityRules: true,
          caseAccess: undefined,
          alertLinks: {},
          defendRights: undefined,
          osqueryInstalled: true,
          osqueryRights: { mayRead: true, mayWrite: true, mayCancel: false },
          locale: 'en',
          timeZone: 'UTC',
          now: () => new Date(NOW),
          euiProps: { flyout: {}, toggle: {}, table: {} },
          ...host,
        }}
      />
    </EuiProvider>
  );
  return { user: userEvent.setup({ delay: null, pointerEventsCheck: 0 }), http, history, notices };
};
