import { OPEN_SESSION_PATH, type OpenedSession } from '../standalone/access/open_session';

/** Opens a link as the page does. Gives the headers the page sends from then on. @throws Error where the link opens nothing */
export const openSession = async (url: string, link: string): Promise<Record<string, string>> => {
  const headers = { 'kbn-xsrf': 'test', 'content-type': 'application/json' };
  const [, code] = link.split('#code=');
  const body = JSON.stringify({ code });
  const response = await fetch(`${url}${OPEN_SESSION_PATH}`, { method: 'POST', headers, body });
  if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`);
  const { secret } = (await response.json()) as OpenedSession;
  return { ...headers, authorization: `Bearer ${secret}` };
};
