/** Serves the slice of Kibana's Osquery HTTP API that the browser calls, so that it meets the same contract on both hosts. */
import type {
  IRouter,
  KibanaResponse,
  KibanaResponseFactory,
  RouteValidationFunction,
} from '@kbn/core/server';
import { i18n } from '@kbn/i18n';
import { z, type ZodType, type ZodTypeDef } from 'zod';
import { LIVE_QUERY_API } from '../../../common/osquery/live_query_api';
import type { CreateOutcome, LiveQueries } from './live_queries';
import { liveQueryListSchema, liveQueryBodySchema, resultPageSchema } from './live_query_request';
import type { StoredQuery } from './live_query_store';
import { LOCAL_POLICY, type LocalAgent } from './local_agent';
import { toAgentAnswer } from './to_agent_answer';
import { toActionDocument, toDetails, toListItem } from './to_live_query_answer';
import { toResponses, toResults } from './to_result_answer';

export interface LiveQueryRoutesDependencies {
  readonly router: IRouter;
  readonly liveQueries: LiveQueries;
  /** This machine first. */
  readonly agents: readonly [LocalAgent, ...LocalAgent[]];
  /** Who asks: this host knows no other user than its own. */
  readonly userName: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

const BAD_REQUEST = 400;
const NOT_FOUND = 404;
const TOO_MANY_REQUESTS = 429;
/** Of an id in a sentence; it may be of any length. */
const LONGEST_NAMED_ID = 100;

const validated =
  <T>(schema: ZodType<T, ZodTypeDef, unknown>): RouteValidationFunction<T> =>
  (value, { ok, badRequest }) => {
    const parsed = schema.safeParse(value ?? {});
    if (parsed.success) return ok(parsed.data);
    const problems = parsed.error.issues.map(
      ({ path, message }) => `[${path.join('.')}]: ${message}`
    );
    return badRequest(problems.join('; '));
  };

const byId = validated(z.object({ id: z.string() }));
const byQuery = validated(z.object({ id: z.string(), queryId: z.string() }));
const byQueryAlone = validated(z.object({ queryId: z.string() }));
/** Of Kibana's many searches this host knows one: the agents' responses to a query. */
const responsesSearch = validated(
  z.object({ actionId: z.string(), factoryQueryType: z.literal('actionResults') })
);

const toNotFound = (response: KibanaResponseFactory, id: string): KibanaResponse =>
  response.customError({
    statusCode: NOT_FOUND,
    body: {
      message: i18n.translate('webServerRce.liveQuery.notFound', {
        defaultMessage:
          'There is no live query {id} any more. Only the newest ones are kept: run it again.',
        values: { id: id.slice(0, LONGEST_NAMED_ID) },
      }),
    },
  });

const toRefusal = (outcome: Exclude<CreateOutcome, { kind: 'created' }>): string => {
  switch (outcome.kind) {
    case 'unrunnable':
      return outcome.message;
    case 'no_query':
      return i18n.translate('webServerRce.liveQuery.noQuery', {
        defaultMessage: 'The request holds no query. Saved queries and packs need Kibana.',
      });
    case 'too_many':
      return i18n.translate('webServerRce.liveQuery.tooMany', {
        defaultMessage:
          'So many queries are waiting already ({pending}) that no more are taken. Wait until some are done, or stop some.',
        values: { pending: outcome.pending },
      });
    case 'no_agents':
      return i18n.translate('webServerRce.liveQuery.noAgents', {
        defaultMessage: 'No agents found for the request. Name one in agent_ids.',
      });
  }
};

const registerQueries = ({
  router,
  liveQueries,
  userName,
  now,
}: LiveQueryRoutesDependencies): void => {
  router.post(
    { path: LIVE_QUERY_API.create.path, validate: { body: validated(liveQueryBodySchema) } },
    async (_context, { body }, response) => {
      const outcome = await liveQueries.create(body, { kind: 'user', userName });
      return outcome.kind === 'created'
        ? response.ok({ body: { data: toActionDocument(outcome.liveQuery) } })
        : response.customError({
            statusCode: outcome.kind === 'too_many' ? TOO_MANY_REQUESTS : BAD_REQUEST,
            body: { message: toRefusal(outcome) },
          });
    }
  );
  router.get(
    { path: LIVE_QUERY_API.create.path, validate: { query: validated(liveQueryListSchema) } },
    async (_context, { query: { kuery, page, pageSize, sortOrder } }, response) => {
      const found = await liveQueries.list({ filter: kuery, page, pageSize, sortOrder });
      const { items, total } = found;
      return response.ok({ body: { data: { items: items.map(toListItem), total } } });
    }
  );
  router.get(
    { path: LIVE_QUERY_API.details.path, validate: { params: byId } },
    async (_context, { params: { id } }, response) => {
      const liveQuery = await liveQueries.find(id);
      return liveQuery
        ? response.ok({ body: { data: toDetails(liveQuery, now()) } })
        : toNotFound(response, id);
    }
  );
  router.post(
    { path: LIVE_QUERY_API.cancel.path, validate: { params: byId } },
    async (_context, { params: { id } }, response) => {
      const liveQuery = await liveQueries.cancel(id);
      return liveQuery
        ? response.ok({ body: { data: toDetails(liveQuery, now()) } })
        : toNotFound(response, id);
    }
  );
};

const registerResults = ({ router, liveQueries, agents }: LiveQueryRoutesDependencies): void => {
  const findAgent = (query: StoredQuery): LocalAgent =>
    agents.find(({ id }) => query.agents.includes(id)) ?? agents[0];
  router.get(
    {
      path: LIVE_QUERY_API.results.path,
      validate: { params: byQuery, query: validated(resultPageSchema) },
    },
    async (_context, { params: { id, queryId }, query }, response) => {
      const page = await liveQueries.findRows(id, queryId, query);
      return page
        ? response.ok({ body: { data: toResults(page, findAgent(page.query)) } })
        : toNotFound(response, queryId);
    }
  );
  const answerResponses = async (
    id: string,
    response: KibanaResponseFactory
  ): Promise<KibanaResponse> => {
    const query = await liveQueries.findQuery(id);
    return query
      ? response.ok({ body: toResponses(query, findAgent(query)) })
      : toNotFound(response, id);
  };
  router.get(
    { path: LIVE_QUERY_API.responses.path, validate: { params: byQueryAlone } },
    (_context, { params }, response) => answerResponses(params.queryId, response)
  );
  router.post(
    { path: LIVE_QUERY_API.responsesSearch.path, validate: { body: responsesSearch } },
    (_context, { body }, response) => answerResponses(body.actionId, response)
  );
};

const registerAgent = ({ router, agents, now }: LiveQueryRoutesDependencies): void => {
  router.get(
    { path: LIVE_QUERY_API.agent.path, validate: { params: byId } },
    async (_context, { params }, response) => {
      const agent = agents.find(({ id }) => id === params.id);
      return agent
        ? response.ok({ body: { item: toAgentAnswer(agent, now()) } })
        : response.customError({ statusCode: NOT_FOUND, body: { message: 'Not Found' } });
    }
  );
  // All have the one policy: of a `kuery` that names it all are meant.
  router.get(
    { path: LIVE_QUERY_API.policies.path, validate: {} },
    async (_context, _request, response) =>
      response.ok({ body: { items: [{ policy_id: LOCAL_POLICY, policy_ids: [LOCAL_POLICY] }] } })
  );
  router.get(
    { path: LIVE_QUERY_API.agents.path, validate: {} },
    async (_context, _request, response) =>
      response.ok({
        body: { agents: agents.map((agent) => toAgentAnswer(agent, now())), total: agents.length },
      })
  );
  router.get(
    { path: LIVE_QUERY_API.status.path, validate: {} },
    async (_context, _request, response) =>
      response.ok({
        body: { name: 'osquery_manager', version: agents[0].version, install_status: 'installed' },
      })
  );
};

/** Puts the live-query routes on a router of Kibana's kind. */
export const registerLiveQueryRoutes = (dependencies: LiveQueryRoutesDependencies): void => {
  registerQueries(dependencies);
  registerResults(dependencies);
  registerAgent(dependencies);
};
