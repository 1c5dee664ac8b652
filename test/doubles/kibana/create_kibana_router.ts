import type { KibanaResponse, RouteConfig } from '@kbn/core/server';
import { z } from 'zod';
import { createMemoryRouter } from '../memory_router';
import type { KibanaLine } from './kibana_line';

const routeSchema = z
  .object({
    path: z.string().startsWith('/'),
    validate: z
      .object({
        params: z.function().optional(),
        query: z.function().optional(),
        body: z.function().optional(),
      })
      .strict(),
    options: z
      .object({ access: z.enum(['public', 'internal']), tags: z.array(z.string()) })
      .strict(),
    security: z
      .object({
        authz: z.object({ requiredPrivileges: z.array(z.string()).min(1) }).strict(),
      })
      .strict(),
  })
  .strict();

export interface RouteCall {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** API privileges that the user's role has. */
  readonly privileges: readonly string[];
}

/** Kibana's router: refuses what a line's check of routes would end the boot for, and users without a route's privilege. */
export const createKibanaRouter = (line: KibanaLine) => {
  const { router, routes } = createMemoryRouter();
  return {
    router,
    /** @throws Error where a route is not what Kibana takes */
    checkRoutes(): void {
      for (const { config } of routes.values()) routeSchema.parse(config);
    },
    async call({
      method,
      path,
      params,
      query,
      body,
      privileges,
    }: RouteCall): Promise<KibanaResponse> {
      const route = routes.get(`${method} ${path}`);
      if (!route) return { status: 404 };
      const needed = toNeededPrivileges(route.config, line);
      if (!needed.every((privilege) => privileges.includes(privilege))) return { status: 403 };
      return route.call({ ...(params && { params }), ...(query && { query }), body });
    },
    listPaths: (): readonly string[] => [...routes.keys()],
  };
};

/** Each line reads its own and leaves the other alone. */
const toNeededPrivileges = (
  { options, security }: RouteConfig<unknown, unknown, unknown>,
  { routeAuthorization }: KibanaLine
): readonly string[] =>
  routeAuthorization === 'security'
    ? (security?.authz.requiredPrivileges ?? [])
    : (options?.tags ?? [])
        .filter((tag) => tag.startsWith('access:'))
        .map((tag) => tag.slice('access:'.length));
