/** The slice of `@kbn/osquery-plugin/server` this plugin calls: live queries without a request. Holds for Kibana 8.12.2 and, where marked, 9.x. */
declare module '@kbn/osquery-plugin/server' {
  export interface OsqueryActionService {
    /**
     * Checks no rights. Without a platinum licence every query is kept with an error instead of being sent.
     * @param alertDataOrOptions 8.x: an alert's document to fill the queries from; 9.x: options, the space among them
     */
    create(
      params: {
        agent_ids: string[];
        alert_ids: string[];
        metadata: Record<string, string>;
        queries: Array<{ id: string; query: string; ecs_mapping?: Record<string, unknown> }>;
      },
      alertDataOrOptions?: { space: { id: string } }
    ): Promise<unknown>;
  }

  export interface OsqueryPluginSetup {
    readonly createActionService: OsqueryActionService;
  }
}
