import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createHost, type Host, type HostOptions } from '../standalone/create_host';
import { webServerRule } from '../common/rule/web_server_rule';
import { openSession } from './open_session';
import { createLogger } from '../standalone/log/create_logger';

export interface StartedHost extends Host {
  readonly url: string;
  /** Opens the page, once. */
  readonly createLink: () => string;
  /** What the page sends with every request. */
  readonly headers: Readonly<Record<string, string>>;
  /** Everything the host has logged. */
  readonly logged: readonly string[];
  /** Sends what the page would send and answers the parsed body. @throws Error unless the status is 200 */
  call<T>(path: string, body?: unknown): Promise<T>;
}

/** The whole host on a free port, without its browser app. */
export const startHost = async (
  directory: string,
  options: Partial<HostOptions> = {}
): Promise<StartedHost> => {
  const logged: string[] = [];
  const now = (): Date => new Date();
  const host = await createHost({
    port: 0,
    dataDirectory: join(directory, 'data'),
    input: { kind: 'recording' },
    locale: 'en',
    // What most tests follow; the extended rule has its own.
    firstRules: [webServerRule.id],
    now,
    logger: createLogger({ write: (line) => logged.push(line), now }),
    ...options,
  });
  const bundle = join(directory, 'bundle');
  await mkdir(bundle, { recursive: true });
  await writeFile(join(bundle, 'index.html'), '<!doctype html>');
  const { url, createLink } = await host.listen(async () => bundle);
  const headers = await openSession(url, createLink());
  return {
    ...host,
    url,
    createLink,
    headers,
    logged,
    async call<T>(path: string, body?: unknown): Promise<T> {
      const response = await fetch(`${url}${path}`, {
        headers,
        ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
      });
      const text = await response.text();
      if (response.status !== 200) throw new Error(`${path}: ${response.status} ${text}`);
      return JSON.parse(text) as T;
    },
  };
};
