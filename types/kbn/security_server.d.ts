/** The slice of `@kbn/security-plugin/server` this plugin calls. Holds for Kibana 8.12.2 and 9.x. */
declare module '@kbn/security-plugin/server' {
  import type { KibanaRequest } from '@kbn/core/server';

  export interface SecurityPluginStart {
    readonly authc: {
      /** Null for a request without a user. */
      getCurrentUser(request: KibanaRequest): { readonly username: string } | null;
    };
  }
}
