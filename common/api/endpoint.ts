import { z } from 'zod';

/** Privilege of the feature `webServerRce` a caller needs. */
export type EndpointPrivilege = 'read' | 'all';

/**
 * One endpoint of `/internal/web_server_rce`: server and browser are both built from it, so they can't disagree.
 * `Response` is a type only; what a route answers is checked by the compiler, not at run time.
 */
export interface Endpoint<Params, Query, Body, Response> {
  readonly method: 'get' | 'post';
  /** Path with `{param}` places, as Kibana's router takes it. */
  readonly path: string;
  readonly privilege: EndpointPrivilege;
  readonly params: z.ZodType<Params, z.ZodTypeDef, unknown>;
  readonly query: z.ZodType<Query, z.ZodTypeDef, unknown>;
  readonly body: z.ZodType<Body, z.ZodTypeDef, unknown>;
  /** Never set: carries the type. */
  readonly response?: Response;
}

const nothing = z.object({}).strict();
type Nothing = z.infer<typeof nothing>;

interface EndpointDefinition<Params, Query, Body> {
  method: 'get' | 'post';
  path: string;
  privilege: EndpointPrivilege;
  params?: z.ZodType<Params, z.ZodTypeDef, unknown>;
  query?: z.ZodType<Query, z.ZodTypeDef, unknown>;
  body?: z.ZodType<Body, z.ZodTypeDef, unknown>;
}

/** Declares an endpoint; a part without a schema must be empty. */
export const createEndpoint =
  <Response>() =>
  <Params = Nothing, Query = Nothing, Body = Nothing>(
    definition: EndpointDefinition<Params, Query, Body>
  ): Endpoint<Params, Query, Body, Response> => ({
    params: nothing as unknown as z.ZodType<Params, z.ZodTypeDef, unknown>,
    query: nothing as unknown as z.ZodType<Query, z.ZodTypeDef, unknown>,
    body: nothing as unknown as z.ZodType<Body, z.ZodTypeDef, unknown>,
    ...definition,
  });

export const API_ROOT = '/internal/web_server_rce';
