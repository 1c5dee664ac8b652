/** The slice of `@kbn/spaces-plugin/server` this plugin calls. Holds for Kibana 8.12.2 and 9.x. */
declare module '@kbn/spaces-plugin/server' {
  import type { KibanaRequest } from '@kbn/core/server';

  export interface SpacesPluginStart {
    readonly spacesService: { getSpaceId(request: KibanaRequest): string };
  }
}
