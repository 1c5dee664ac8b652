import { EuiErrorBoundary } from '@elastic/eui';
import type { AppMountParameters } from '@kbn/core/public';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { Route, Router } from 'react-router-dom';
import { AlertsPage } from '../alerts/alerts_page';
import { AlertFlyout } from '../flyout/alert_flyout';
import { HostProvider, type PageHost } from './host';
import { createQueryClient } from './query_client';

/** The whole app: the alerts table, and over it the flyout of the alert that the address names. */
export const App = ({
  host,
  history,
}: {
  host: PageHost;
  history: AppMountParameters['history'];
}): ReactElement => {
  const [queryClient] = useState(createQueryClient);
  return (
    <EuiErrorBoundary>
      <HostProvider host={host}>
        <QueryClientProvider client={queryClient}>
          <Router history={history}>
            <AlertsPage />
            <Route
              path="/alerts/:id"
              render={({ match }) => <AlertFlyout id={match.params.id} />}
            />
          </Router>
        </QueryClientProvider>
      </HostProvider>
    </EuiErrorBoundary>
  );
};
