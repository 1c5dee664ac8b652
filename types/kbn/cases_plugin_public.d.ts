/**
 * The slice of `@kbn/cases-plugin/public` this plugin calls: what the reader may do. Cases themselves go over the public HTTP API,
 * the same in 8.12 and 9.x: the plugin's own dialogs need services of Kibana that each line names differently.
 */
declare module '@kbn/cases-plugin/public' {
  export interface CasesPermissions {
    read: boolean;
    create: boolean;
    /** 8.18 and 9.x; before, who creates also comments. */
    createComment?: boolean;
  }

  export interface CasesPluginStart {
    helpers: { canUseCases(owners: string[]): CasesPermissions };
  }
}
