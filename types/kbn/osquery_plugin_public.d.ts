/** Kibana's Osquery plugin in the browser: only whether it is there is asked, its API is called over HTTP. */
declare module '@kbn/osquery-plugin/public' {
  export interface OsqueryPluginStart {
    /** A hook of that plugin; named so that the type can't be met by just any object. */
    isOsqueryAvailable(props: { agentId: string }): boolean;
  }
}
