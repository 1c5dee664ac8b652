import { BrowserPlugin } from './plugin';

/** What Kibana calls to get the plugin. */
export const plugin = (): BrowserPlugin => new BrowserPlugin();
