import { EuiErrorBoundary } from '@elastic/eui';
import type { AppMountParameters } from '@kbn/core/public';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Route, Router, Switch } from 'react-router-dom';
import { AlertsPage } from '../alerts/alerts_page';
import { AlertFlyout } from '../flyout/alert_flyout';
import { ReadinessPage } from '../readiness/readiness_page';
import { READINESS_PATH } from '../readiness/readiness_title';
import { RulePage } from '../rule/page/rule_page';
import { RULE_TABS } from '../rule/page/rule_tab';
import { HostProvider, type PageHost } from './host';
import { PageBar } from './page_bar';
import { useKeptFocus } from './use_kept_focus';

/** The whole app: the page that the address names, and over the alerts table the flyout of its alert. */
export const App = ({
  host,
  queryClient,
  history,
}: {
  host: PageHost;
  queryClient: QueryClient;
  history: AppMountParameters['history'];
}): ReactElement => {
  useKeptFocus();
  return (
    <EuiErrorBoundary>
      <HostProvider host={host}>
        <QueryClientProvider client={queryClient}>
          <Router history={history}>
            <PageBar />
            <Switch>
              <Route
                path="/rules/:id/:tab?"
                render={({ match: { params } }) => (
                  <RulePage
                    id={params.id}
                    tab={RULE_TABS.find((tab) => tab === params.tab) ?? 'settings'}
                  />
                )}
              />
              <Route path={READINESS_PATH}>
                <ReadinessPage />
              </Route>
              <Route>
                <AlertsPage />
                <Route
                  path="/alerts/:id"
                  render={({ match }) => <AlertFlyout id={match.params.id} />}
                />
              </Route>
            </Switch>
          </Router>
        </QueryClientProvider>
      </HostProvider>
    </EuiErrorBoundary>
  );
};
