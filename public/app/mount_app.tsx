import type { AppMountParameters, CoreStart } from '@kbn/core/public';
import ReactDOM from 'react-dom';
import { HostProviders } from '../kibana_version';
import { App } from './app';
import { toHost, type Installation } from './to_host';

/** Draws the app into Kibana's element. Returns what takes it away again. */
export const mountApp = (
  core: CoreStart,
  installation: Installation,
  { element, history }: Pick<AppMountParameters, 'element' | 'history'>
): (() => void) => {
  const host = toHost(core, installation);
  // Not `createRoot`: Kibana 8.12 has React 17, and React 18 still knows this one.
  ReactDOM.render(
    <HostProviders core={core}>
      <App host={host} history={history} />
    </HostProviders>,
    element
  );
  return () => {
    ReactDOM.unmountComponentAtNode(element);
  };
};
