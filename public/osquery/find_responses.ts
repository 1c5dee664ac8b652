import type { HttpSetup } from '@kbn/core/public';
import {
  LIVE_QUERY_API,
  liveQueryResponsesSchema,
  toResponsesSearch,
  type LiveQueryResponses,
} from '../../common/osquery/live_query_api';
import { toApiError } from '../api/api_error';
import { toPath } from '../api/to_path';

/**
 * What agents answered to a query: asked of Kibana 9's route and, where that is not there, of 8.12's search.
 * @returns undefined when neither tells: a failed run is then shown without Osquery's words
 */
export const findResponses = async (
  http: HttpSetup,
  queryId: string,
  signal?: AbortSignal
): Promise<LiveQueryResponses | undefined> => {
  const abort = signal === undefined ? {} : { signal };
  const { responses, responsesSearch } = LIVE_QUERY_API;
  const asks = [
    () =>
      http.fetch(toPath(responses.path, { queryId }), {
        method: 'GET',
        version: responses.version,
        ...abort,
      }),
    () =>
      http.fetch(responsesSearch.path, {
        method: 'POST',
        version: responsesSearch.version,
        body: JSON.stringify(toResponsesSearch(queryId)),
        ...abort,
      }),
  ];
  for (const ask of asks) {
    try {
      return liveQueryResponsesSchema.parse(await ask());
    } catch (cause) {
      if (signal?.aborted === true || toApiError(cause).status === undefined) throw cause;
    }
  }
  return undefined;
};
