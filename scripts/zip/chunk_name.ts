/**
 * File name, without `.js`, of a part of the app that is loaded when it is wanted.
 * An entry needs no hash in it: the URL Kibana serves it under holds the plugin's version, which is one.
 */
export const toChunkName = (pluginId: string, name: string): string => `${pluginId}.chunk.${name}`;
