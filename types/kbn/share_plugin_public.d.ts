/** The slice of `@kbn/share-plugin/public` this plugin calls, the same in 8.12 and 9.x. */
declare module '@kbn/share-plugin/public' {
  export interface Locator {
    /** An address of this Kibana and space that opens the app with these parameters. */
    getRedirectUrl(params: object): string;
  }

  export interface SharePluginStart {
    /** Undefined for an app that is switched off. */
    url: { locators: { get(id: string): Locator | undefined } };
  }
}
