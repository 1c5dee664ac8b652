/** The slice of `@kbn/security-plugin/server` this plugin calls. Holds for Kibana 8.12.2 and 9.x. */
declare module '@kbn/security-plugin/server' {
  import type { KibanaRequest } from '@kbn/core/server';

  export interface SecurityPluginStart {
    readonly authz: {
      readonly actions: { readonly api: { get(privilege: string): string } };
    };
    readonly userProfiles: {
      /** Users who have signed in to Kibana and have the privileges; `size` at most 100. */
      suggest(params: {
        name: string;
        size: number;
        requiredPrivileges: { spaceId: string; privileges: { kibana: string[] } };
      }): Promise<readonly { readonly user: { readonly username: string } }[]>;
    };
    readonly authc: {
      /** Null for a request without a user. */
      getCurrentUser(request: KibanaRequest): { readonly username: string } | null;
    };
  }
}
