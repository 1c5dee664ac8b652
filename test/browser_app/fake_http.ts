import type { HttpFetchOptions, HttpSetup } from '@kbn/core/public';

/** Answers one kind of request: a value, or an error made by `httpError`. */
type Answer = (request: {
  body: unknown;
  query: HttpFetchOptions['query'];
  path: string;
}) => unknown;

/** `METHOD path`, of which the path may hold `*` for one segment. The last one given wins. */
export type Answers = Readonly<Record<string, Answer>>;

export interface FakeHttp extends HttpSetup {
  /** `METHOD path` of every request so far. */
  readonly asked: string[];
  /** Bodies of the requests of this method and path. */
  bodies(request: string): unknown[];
}

/** A server of functions. A request nobody answers fails the way Kibana's own 404 does. */
export const createFakeHttp = (answers: Answers): FakeHttp => {
  const asked: string[] = [];
  const bodies: [request: string, body: unknown][] = [];
  return {
    asked,
    bodies: (request) => bodies.filter(([name]) => name === request).map(([, body]) => body),
    fetch: async <T>(path: string, options: HttpFetchOptions = {}): Promise<T> => {
      const request = `${options.method ?? 'GET'} ${path}`;
      const body: unknown = options.body === undefined ? undefined : JSON.parse(options.body);
      asked.push(request);
      bodies.push([request, body]);
      await Promise.resolve();
      const answer = Object.entries(answers)
        .reverse()
        .find(([pattern]) => toPattern(pattern).test(request))?.[1];
      if (answer === undefined) throw httpError(404, { message: `Not Found: ${request}` });
      return answer({ body, query: options.query, path }) as T;
    },
  };
};

/** What Kibana's `http.fetch` rejects with. */
export const httpError = (
  status: number,
  body: unknown
): Error & { response: unknown; body: unknown } =>
  Object.assign(new Error(`HTTP ${status}`), { response: { status }, body });

const toPattern = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .split('*')
      .map((part) => part.replaceAll(/[.\\/+?^$(){}|[\]]/g, '\\$&'))
      .join('[^/]+')}$`
  );
