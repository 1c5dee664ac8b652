import { WebServerRcePlugin } from './plugin';

/** What Kibana calls to get the plugin. */
export const plugin = (): WebServerRcePlugin => new WebServerRcePlugin();
