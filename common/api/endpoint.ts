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

/** For a part of the request that must be empty. */
export const noInput = z.object({}).strict();

/** Declares an endpoint: the response's type is given, everything else inferred. */
export const createEndpoint =
  <Response>() =>
  <Params, Query, Body>(
    definition: Omit<Endpoint<Params, Query, Body, Response>, 'response'>
  ): Endpoint<Params, Query, Body, Response> =>
    definition;

export const API_ROOT = '/internal/web_server_rce';
