import type { PluginInitializerContext } from '@kbn/core/public';
import { BrowserPlugin } from './plugin';

/** What Kibana calls to get the plugin. */
export const plugin = (context: PluginInitializerContext): BrowserPlugin =>
  new BrowserPlugin(context.env.packageInfo.version);
