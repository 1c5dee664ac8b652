/** The slice of `@kbn/core/server` this plugin calls. Holds for Kibana 8.12.2 and, where marked, 9.x. */
declare module '@kbn/core/server' {
  import type { estypes } from '@elastic/elasticsearch';

  export interface Logger {
    debug(message: string): void;
    info(message: string): void;
    warn(message: string): void;
    error(message: string): void;
    get(...parts: string[]): Logger;
  }

  export interface PluginInitializerContext {
    readonly logger: { get(...parts: string[]): Logger };
    readonly env: { readonly packageInfo: { readonly version: string } };
  }

  export interface KibanaRequest<Params = unknown, Query = unknown, Body = unknown> {
    readonly params: Params;
    readonly query: Query;
    readonly body: Body;
    readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  }

  export interface KibanaResponse {
    readonly status: number;
    readonly payload?: unknown;
  }

  export interface KibanaResponseFactory {
    ok(options?: { body?: unknown; headers?: Record<string, string> }): KibanaResponse;
    customError(options: {
      statusCode: number;
      body: { message: string; attributes?: Record<string, unknown> };
    }): KibanaResponse;
  }

  export interface RouteValidationResultFactory {
    ok<T>(value: T): { value: T };
    badRequest(message: string): { error: unknown };
  }

  /** A plain function is taken by both lines; zod schemas and `validate.request` are 9.x only. */
  export type RouteValidationFunction<T> = (
    value: unknown,
    result: RouteValidationResultFactory
  ) => { value: T; error?: undefined } | { value?: undefined; error: unknown };

  export interface RouteConfig<Params, Query, Body> {
    path: string;
    validate: {
      params?: RouteValidationFunction<Params>;
      query?: RouteValidationFunction<Query>;
      body?: RouteValidationFunction<Body>;
    };
    options?: {
      access?: 'public' | 'internal';
      /** 8.12: `access:<api privilege>` is what authorises the route. */
      tags?: string[];
    };
    /** 9.x: required, and takes the place of `access:` tags. 8.12 does not read it. */
    security?: { authz: { requiredPrivileges: string[] } };
  }

  export type RequestHandler<Params, Query, Body> = (
    context: unknown,
    request: KibanaRequest<Params, Query, Body>,
    response: KibanaResponseFactory
  ) => Promise<KibanaResponse>;

  export interface IRouter {
    get<P, Q, B>(config: RouteConfig<P, Q, B>, handler: RequestHandler<P, Q, B>): void;
    post<P, Q, B>(config: RouteConfig<P, Q, B>, handler: RequestHandler<P, Q, B>): void;
  }

  export interface CoreSetup<StartDependencies = unknown> {
    readonly http: {
      createRouter(): IRouter;
      /** `server.publicBaseUrl`, without a slash at its end; undefined where it is not set. */
      readonly basePath: { readonly publicBaseUrl?: string };
    };
    readonly savedObjects: { registerType(type: SavedObjectsType): void };
    getStartServices(): Promise<[CoreStart, StartDependencies, unknown]>;
  }

  export interface CoreStart {
    readonly elasticsearch: {
      readonly client: {
        asScoped(request: KibanaRequest): { readonly asCurrentUser: UserElasticsearchClient };
      };
    };
    readonly savedObjects: {
      getScopedClient(
        request: KibanaRequest,
        options: { includedHiddenTypes: string[] }
      ): SavedObjectsClientContract;
      /** Asks for nobody's rights: what may be done with it is its caller's to decide. */
      createInternalRepository(includedHiddenTypes: string[]): SavedObjectsRepository;
    };
    readonly capabilities: {
      resolveCapabilities(
        request: KibanaRequest,
        options: { capabilityPath: string }
      ): Promise<Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>>;
    };
  }

  export type SavedObjectsMappingProperties = Readonly<
    Record<
      string,
      { readonly dynamic: false; readonly properties: Record<string, { readonly type: 'keyword' }> }
    >
  >;

  export interface SavedObjectsType {
    readonly name: string;
    readonly hidden: boolean;
    readonly namespaceType: 'single';
    readonly mappings: {
      readonly dynamic: false;
      readonly properties: SavedObjectsMappingProperties;
    };
    readonly modelVersions?: Readonly<
      Record<
        string,
        {
          readonly changes: readonly {
            readonly type: 'mappings_addition';
            readonly addedMappings: SavedObjectsMappingProperties;
          }[];
        }
      >
    >;
  }

  export interface SavedObject<Attributes> {
    readonly id: string;
    readonly attributes: Attributes;
    readonly version?: string;
  }

  /** As it is answered where `fields` are asked for: without attributes where the object has none of them. */
  export interface PartialSavedObject<Attributes> {
    readonly id: string;
    readonly attributes?: Partial<Attributes>;
  }

  export interface SavedObjectsClientContract {
    get<Attributes>(type: string, id: string): Promise<SavedObject<Attributes>>;
    create<Attributes>(
      type: string,
      attributes: Attributes,
      options: { id: string; overwrite?: boolean; version?: string }
    ): Promise<SavedObject<Attributes>>;
    /** One that is not there has an `error` in its place. */
    bulkGet<Attributes>(
      objects: readonly { type: string; id: string; fields: string[] }[]
    ): Promise<{
      saved_objects: readonly (PartialSavedObject<Attributes> & {
        error?: { readonly statusCode: number };
      })[];
    }>;
    find<Attributes>(options: {
      type: string;
      perPage: number;
      sortField: 'updated_at';
      sortOrder: 'desc';
      fields: string[];
      /** In Kibana's query language, over mapped attributes. */
      filter?: string;
    }): Promise<{ saved_objects: readonly PartialSavedObject<Attributes>[] }>;
  }

  /** `namespace` is a space's id. */
  export interface SavedObjectsRepository {
    get<Attributes>(
      type: string,
      id: string,
      options: { namespace: string }
    ): Promise<SavedObject<Attributes>>;
    create<Attributes>(
      type: string,
      attributes: Attributes,
      options: { id: string; namespace: string; overwrite?: boolean; version?: string }
    ): Promise<SavedObject<Attributes>>;
  }

  export interface SearchHit {
    readonly _index: string;
    readonly _id: string;
    readonly _source?: Record<string, unknown>;
    readonly sort?: estypes.SortResults;
  }

  export interface ShardFailure {
    readonly index?: string;
    readonly reason: { readonly type: string; readonly reason?: string | null };
  }

  export interface TransportOptions {
    signal?: AbortSignal;
  }

  /** As a user of this request. */
  export interface UserElasticsearchClient extends ElasticsearchClient {
    fieldCaps(
      params: estypes.FieldCapsRequest,
      options?: TransportOptions
    ): Promise<{ fields: Record<string, unknown> }>;
    readonly security: {
      hasPrivileges(
        params: estypes.SecurityHasPrivilegesRequest,
        options?: TransportOptions
      ): Promise<{ index: Record<string, Record<string, boolean>> }>;
    };
  }

  /**
   * Requests are those of Elastic's own client, answers the part of them that is read.
   * Nothing stands in `body`: the client of 9.x does not look into it.
   */
  export interface ElasticsearchClient {
    search(
      params: estypes.SearchRequest,
      options?: TransportOptions
    ): Promise<{ hits: { hits: SearchHit[] }; aggregations?: Record<string, unknown> }>;
    bulk(
      params: estypes.BulkRequest,
      options?: TransportOptions
    ): Promise<Pick<estypes.BulkResponse, 'errors' | 'items'>>;
    readonly eql: {
      search(
        params: estypes.EqlSearchRequest,
        options?: TransportOptions
      ): Promise<{
        timed_out?: boolean;
        is_partial?: boolean;
        /** Elasticsearch 8.18 and later; earlier a failing shard fails the search. */
        shard_failures?: ShardFailure[];
        hits: { events?: SearchHit[] };
      }>;
    };
  }
}
