import type { AppMountParameters, CoreStart } from '@kbn/core/public';
import ReactDOM from 'react-dom';
import { HostProviders } from '../kibana_version';
import { App } from './app';
import { askFirstPage } from './ask_first_page';
import { createQueryClient } from './query_client';
import { toHost, type Installation } from './to_host';

/** Draws the app into Kibana's element. Returns what takes it away again. */
export const mountApp = async (
  core: CoreStart,
  installation: Installation,
  { element, history }: Pick<AppMountParameters, 'element' | 'history'>
): Promise<() => void> => {
  const host = toHost(core, installation);
  const queryClient = createQueryClient();
  await askFirstPage(host, queryClient, history.location);
  // Not `createRoot`: Kibana 8.12 has React 17, and React 18 still knows this one.
  ReactDOM.render(
    <HostProviders core={core}>
      <App host={host} queryClient={queryClient} history={history} />
    </HostProviders>,
    element
  );
  return () => {
    ReactDOM.unmountComponentAtNode(element);
  };
};
