import type { HttpSetup } from '@kbn/core/public';
import type { Endpoint } from '../../common/api/endpoint';
import { toApiError } from './api_error';
import { toPath } from './to_path';

interface CallInput<Params, Query, Body> {
  params?: Params;
  query?: Query;
  body?: Body;
  signal?: AbortSignal | undefined;
}

/**
 * Calls one of our own endpoints.
 * @throws ApiError with the server's sentence; an aborted call keeps its AbortError
 */
export const callEndpoint = async <Params, Query, Body, Response>(
  http: HttpSetup,
  endpoint: Endpoint<Params, Query, Body, Response>,
  { params, query, body, signal }: CallInput<Params, Query, Body>
): Promise<Response> => {
  try {
    return await http.fetch<Response>(toPath(endpoint.path, params ?? {}), {
      method: endpoint.method.toUpperCase(),
      ...(query === undefined ? {} : { query: query as Record<string, string> }),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (cause) {
    if (signal?.aborted === true) throw cause;
    throw toApiError(cause);
  }
};
